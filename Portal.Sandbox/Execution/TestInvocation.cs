using System.Text;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.ApiGateway.Resources;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.ApiGateway.Stages;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Execution;

/// <summary>
/// One run of a method as it stands in the working definition, without a stage: what TestInvokeMethod does. Keys, authorizers and throttles are left out, as at the
/// service; the validator and the integration are the same that serve stages.
/// </summary>
internal sealed class TestInvocation
{
    private const string Stage = "test-invoke-stage";

    public required Region Region { get; init; }

    public required ApiEntry Entry { get; init; }

    public required Resource Resource { get; init; }

    public required Method Method { get; init; }

    /// <summary>Path and query as the caller gave them; the resource's own path where nothing was given.</summary>
    public required string PathWithQuery { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    public required string Body { get; init; }

    public required Map<string>? StageVariables { get; init; }

    public required DateTimeOffset Time { get; init; }

    public async Task<TestInvoked> RunAsync(DataPlane stages, TimeProvider time, CancellationToken cancellationToken)
    {
        using MemoryStream content = new();
        var exchange = Begin(content, cancellationToken);
        TestLog log = new(exchange, time);
        log.Begin(Body);
        var started = time.GetTimestamp();
        await stages.RunAsync(exchange);
        exchange.Latency = time.GetElapsedTime(started);
        var body = Encoding.UTF8.GetString(content.ToArray());
        log.End(body);
        return new(exchange.Http.Response.StatusCode, body, exchange.Http.Response.Headers, log.Text, (long)exchange.Latency.TotalMilliseconds);
    }

    private Exchange Begin(MemoryStream content, CancellationToken cancellationToken)
    {
        var path = PathWithQuery.Split('?', 2);
        var segments = RawPath.Segments(path[0]);
        DefaultHttpContext http = new() { RequestAborted = cancellationToken };
        http.Request.Method = Method.HttpMethod is "ANY" ? HttpMethods.Get : Method.HttpMethod;
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
        http.Response.Body = content;
        return new()
        {
            Http = http,
            Address = new(Entry.Id, Stage, segments),
            Region = Region,
            Entry = Entry,
            Stage = new()
            {
                StageName = Stage,
                DeploymentId = "",
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
            Resource = Resource,
            Method = Method,
            PathParameters = Parameters(RawPath.Segments(Resource.Path), segments),
        };
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

/// <summary>How a run ended.</summary>
internal sealed record TestInvoked(int Status, string Body, IHeaderDictionary Headers, string Log, long Latency);
