using System.Text;
using Portal.Sandbox.ApiGateway.ApiKeys;
using Portal.Sandbox.ApiGateway.Deployments;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.ApiGateway.Resources;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.ApiGateway.Stages;
using Portal.Sandbox.Execution.Authorizers;
using Portal.Sandbox.Execution.Templates;
using Portal.Sandbox.State;
using Portal.Sandbox.Waf;

namespace Portal.Sandbox.Execution;

/// <summary>One call of a deployed stage, with what mappings, templates and logs may ask of it.</summary>
internal sealed class Exchange : ITemplateSource
{
    private const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private static readonly Dictionary<string, string> None = [];

    private byte[]? _body;

    public required HttpContext Http { get; init; }

    public required StageAddress Address { get; init; }

    public required Region Region { get; init; }

    public required ApiEntry Entry { get; init; }

    public required Stage Stage { get; init; }

    public required string DeploymentId { get; init; }

    public required Snapshot Snapshot { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>Whether the stage's canary serves it, with a deployment and variables of its own.</summary>
    public required bool IsCanary { get; init; }

    /// <summary>The stage's, with the canary's over them.</summary>
    public required Map<string> Variables { get; init; }

    /// <summary>Values of <c>$context</c> that a test gives in place of what is so.</summary>
    public Map<string>? Assumed { get; init; }

    public string RequestId { get; } = Guid.NewGuid().ToString();

    public string ExtendedRequestId { get; } = $"{Random.Shared.GetString(Base64, 14)}=";

    /// <summary>Set by routing; null before and when nothing was found.</summary>
    public Resource? Resource { get; set; }

    public Method? Method { get; set; }

    /// <summary>As they were sent.</summary>
    public IReadOnlyDictionary<string, string> PathParameters { get; set; } = None;

    /// <summary>What this call has in common with all others of its method on its stage; for who routed it.</summary>
    public MethodOnStage Shared => field ??= MethodOnStage.Of(this);

    /// <summary>The key that was called with, where the method demands one and it is known; also when the call is refused after all.</summary>
    public ApiKey? ApiKey { get; set; }

    public string? ApiKeyId => ApiKey?.Id;

    /// <summary>How long it took in all; known at its end.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>How long its integration took; null if none was asked.</summary>
    public TimeSpan? IntegrationLatency { get; set; }

    /// <summary>The status with which the integration answered; null if it did not.</summary>
    public int? IntegrationStatus { get; set; }

    /// <summary>The bytes of the answer's body, if somebody wants to know.</summary>
    public CountedBody? ResponseLength { get; set; }

    /// <summary>Set when API Gateway itself answers.</summary>
    public GatewayFault? Fault { get; set; }

    /// <summary>The body, read once and kept; what a mapping or a template may look into.</summary>
    public async ValueTask<byte[]> BodyAsync(CancellationToken cancellationToken)
    {
        if (_body is null)
        {
            using MemoryStream content = new();
            await Http.Request.Body.CopyToAsync(content, cancellationToken);
            _body = content.ToArray();
            // Whoever streams it to a backend afterwards reads it from the beginning.
            Http.Request.Body = new MemoryStream(_body);
        }

        return _body;
    }

    /// <summary>From now on templates look into the backend's body.</summary>
    public void Received(byte[] body) => _body = body;

    /// <summary>The body that was already read, as text; empty before.</summary>
    public string BodyText => _body is null ? "" : Encoding.UTF8.GetString(_body);

    /// <summary>Who calls, as an authorizer or a signature says; null before, and where nobody is asked.</summary>
    public Caller? Caller { get; set; }

    /// <summary>What the web ACL before the stage said; null where there is none.</summary>
    public Verdict? Firewall { get; set; }

    /// <summary>Which limit was exceeded, in the words of execution logs; only where one is kept.</summary>
    public string? Exceeded { get; set; }

    /// <summary>The caller's <c>X-Amzn-Trace-Id</c>, or a new one.</summary>
    public string Trace => field ??= TraceId.Of(Http.Request, Time);

    /// <summary>Whether the stage's cache answered; null where it was not asked.</summary>
    public bool? WasCached { get; set; }

    /// <summary>What is wrong with the request's body.</summary>
    public IReadOnlyList<string> ValidationErrors { get; set; } = [];

    /// <summary>What templates have set over the request and its answer, by <c>requestOverride.header.x</c>; null as long as nothing is.</summary>
    public Dictionary<string, string>? Overrides { get; private set; }

    IReadOnlyDictionary<string, string> ITemplateSource.StageVariables => Variables;

    public string? StageVariable(string name) => Variables.Find(name);

    public string? Parameter(string place, string name) => place switch
    {
        "path" => PathParameters.TryGetValue(name, out var value) ? Uri.UnescapeDataString(value) : null,
        "querystring" => Http.Request.Query.TryGetValue(name, out var values) ? values[^1] : null,
        "multivaluequerystring" => Http.Request.Query.TryGetValue(name, out var values) ? values.ToString() : null,
        "header" => Http.Request.Headers.TryGetValue(name, out var values) ? values[^1] : null,
        "multivalueheader" => Http.Request.Headers.TryGetValue(name, out var values) ? values.ToString() : null,
        _ => null,
    };

    public IReadOnlyDictionary<string, string> Parameters(string place) => place switch
    {
        "path" => PathParameters.ToDictionary(pair => pair.Key, pair => Uri.UnescapeDataString(pair.Value)),
        "querystring" => Http.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value[^1] ?? ""),
        _ => Http.Request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value[^1] ?? ""),
    };

    /// <summary>A value of <c>$context</c>; null for what is not known.</summary>
    public string? Context(string path) => Assumed?.Find(path) ?? ExchangeContext.Of(this, path);

    public void Override(string path, string value) => (Overrides ??= new(StringComparer.Ordinal))[path] = value;

    /// <summary>What is set over a header, say: all names below <c>requestOverride.header</c>.</summary>
    public IEnumerable<(string Name, string Value)> OverridesOf(string place) => Overrides is null ? [] :
        from pair in Overrides
        where pair.Key.StartsWith(place, StringComparison.Ordinal) && pair.Key.Length > place.Length && pair.Key[place.Length] is '.'
        select (pair.Key[(place.Length + 1)..], pair.Value);
}
