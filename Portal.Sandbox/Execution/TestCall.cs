using System.Text;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.ApiGateway.Resources;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.ApiGateway.Stages;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Execution;

/// <summary>A call that came over no network: what is tried of an API's working definition, on a stage that there is not.</summary>
internal sealed record TestCall
{
    public required Region Region { get; init; }

    public required ApiEntry Entry { get; init; }

    /// <summary>As it shows in ARNs and in <c>$context</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>Path and query as the caller gave them.</summary>
    public required string PathWithQuery { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    public required string Body { get; init; }

    public required Map<string>? StageVariables { get; init; }

    /// <summary>Values of <c>$context</c>.</summary>
    public Map<string>? Context { get; init; }

    /// <summary>What backends are shown.</summary>
    public string? ClientCertificateId { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>The call as stages see theirs; its answer goes to the stream.</summary>
    public Exchange Of(Resource resource, Method method, Stream answer, CancellationToken cancellationToken)
    {
        var segments = RawPath.Segments(PathWithQuery.Split('?', 2)[0]);
        return new()
        {
            Http = Http(method, answer, cancellationToken),
            Address = new(Entry.Id, Stage, segments),
            Region = Region,
            Entry = Entry,
            Stage = new()
            {
                StageName = Stage,
                DeploymentId = "",
                ClientCertificateId = ClientCertificateId,
                CacheClusterEnabled = false,
                CacheClusterStatus = "NOT_AVAILABLE",
                MethodSettings = Map<MethodSetting>.Empty,
                Variables = StageVariables.OrNull(),
                TracingEnabled = false,
                CreatedDate = Time,
                LastUpdatedDate = Time,
            },
            DeploymentId = "",
            Snapshot = new(Entry.Api, Entry.Definition),
            Time = Time,
            IsCanary = false,
            Variables = StageVariables ?? Map<string>.Empty,
            Assumed = Context,
            Resource = resource,
            Method = method,
            PathParameters = Parameters(RawPath.Segments(resource.Path), segments),
        };
    }

    private DefaultHttpContext Http(Method method, Stream answer, CancellationToken cancellationToken)
    {
        var path = PathWithQuery.Split('?', 2);
        DefaultHttpContext http = new() { RequestAborted = cancellationToken };
        http.Request.Method = method.HttpMethod is "ANY" ? HttpMethods.Get : method.HttpMethod;
        http.Request.Scheme = "https";
        http.Request.Host = new($"{Entry.Id}.execute-api.{Region.Name}.amazonaws.com");
        http.Request.Path = RawPath.Decoded(path[0]) is var plain && plain.StartsWith('/') ? plain : $"/{plain}";
        http.Request.QueryString = path is [_, { Length: > 0 } query] ? new($"?{query}") : default;
        http.Request.Protocol = "HTTP/1.1";
        foreach (var header in Headers.GroupBy(header => header.Key, StringComparer.OrdinalIgnoreCase))
        {
            http.Request.Headers[header.Key] = header.Select(pair => (string?)pair.Value).ToArray();
        }

        var body = Encoding.UTF8.GetBytes(Body);
        http.Request.Body = new MemoryStream(body);
        http.Request.ContentLength = body.Length;
        http.Response.Body = answer;
        return http;
    }

    /// <summary>What the path holds in the places of the resource's variables; nothing where it is another path.</summary>
    private static Dictionary<string, string> Parameters(string[] template, string[] segments)
    {
        Dictionary<string, string> parameters = new(StringComparer.Ordinal);
        for (var i = 0; i < template.Length && i < segments.Length; i++)
        {
            if (ResourceRules.IsGreedy(template[i]))
            {
                parameters[template[i][1..^2]] = string.Join('/', segments[i..]);
            }
            else if (ResourceRules.IsVariable(template[i]))
            {
                parameters[template[i][1..^1]] = segments[i];
            }
        }

        return parameters;
    }
}
