using System.Text;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.ApiGatewayV2.Stages;
using Portal.Sandbox.Execution.Authorizers;
using Portal.Sandbox.State;
using Route = Portal.Sandbox.ApiGatewayV2.Routes.Route;

namespace Portal.Sandbox.Execution.HttpApis;

/// <summary>One call of a stage of an HTTP API, with what mappings and logs may ask of it.</summary>
internal sealed class Visit
{
    private byte[]? _body;

    public required HttpContext Http { get; init; }

    public required Region Region { get; init; }

    public required WholeApi Api { get; init; }

    public required Stage Stage { get; init; }

    public required Definition Definition { get; init; }

    /// <summary>The path below the stage as it was sent, in segments.</summary>
    public required IReadOnlyList<string> Segments { get; init; }

    public required DateTimeOffset Time { get; init; }

    public string RequestId { get; } = Convert.ToBase64String(Guid.NewGuid().ToByteArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_') + "=";

    /// <summary>The caller's <c>X-Amzn-Trace-Id</c>, or a new one.</summary>
    public string Trace => field ??= TraceId.Of(Http.Request, Time);

    /// <summary>Set by routing; null before and when nothing was found.</summary>
    public Route? Route { get; set; }

    public IReadOnlyDictionary<string, string> PathParameters { get; set; } = new Dictionary<string, string>();

    public Caller? Caller { get; set; }

    public TimeSpan Latency { get; set; }

    public TimeSpan? IntegrationLatency { get; set; }

    public int? IntegrationStatus { get; set; }

    public HttpFault? Fault { get; set; }

    public CountedBody? Answer { get; set; }

    public string ApiId => Api.Api.ApiId;

    /// <summary>Below the stage.</summary>
    public string Path => $"/{string.Join('/', Segments)}";

    /// <summary>The whole path, where the stage was called under a name of one's own.</summary>
    public string? Called { get; init; }

    /// <summary>As callers know it: a stage other than the default one stands before it.</summary>
    public string RawPath => Called ?? (Stage.StageName is Stage.Default ? Path : $"/{Stage.StageName}{Path}");

    public long DataProcessed => (Answer?.Count ?? 0) + (Http.Request.ContentLength ?? _body?.Length ?? 0);

    public async ValueTask<byte[]> BodyAsync()
    {
        if (_body is null)
        {
            using MemoryStream content = new();
            await Http.Request.Body.CopyToAsync(content, Http.RequestAborted);
            _body = content.ToArray();
            // A signature covers it, and a backend wants it after that.
            Http.Request.Body = new MemoryStream(_body);
        }

        return _body;
    }

    /// <summary>The body if it was read, as text.</summary>
    public string BodyText => _body is null ? "" : Encoding.UTF8.GetString(_body);

    public string? Context(string path) => VisitContext.Of(this, path);
}

/// <summary>A reason why the API itself answers. HTTP APIs have no gateway responses: status and text are fixed.</summary>
internal sealed record HttpFault(int Status, string Message)
{
    public static HttpFault NotFound { get; } = new(404, "Not Found");

    public static HttpFault Unauthorized { get; } = new(401, "Unauthorized");

    public static HttpFault Forbidden { get; } = new(403, "Forbidden");

    public static HttpFault TooMany { get; } = new(429, "Too Many Requests");

    public static HttpFault TooLarge { get; } = new(413, "Request Entity Too Large");

    public static HttpFault Internal { get; } = new(500, "Internal Server Error");

    public static HttpFault Unavailable { get; } = new(503, "Service Unavailable");

    /// <summary>What <c>WWW-Authenticate</c> says of a token.</summary>
    public string? Challenge { get; init; }

    /// <summary>For logs: why the integration did not answer.</summary>
    public string? Why { get; init; }
}
