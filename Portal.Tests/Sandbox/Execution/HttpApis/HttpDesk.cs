using System.Net;
using System.Text.Json.Nodes;
using Portal.Sandbox;

namespace Portal.Tests.Sandbox.Execution.HttpApis;

/// <summary>An HTTP API on stages that deploy by themselves, with what a test puts behind its routes.</summary>
internal sealed class HttpDesk : IAsyncDisposable
{
    private HttpDesk(Bench bench, string id) => (Bench, Id) = (bench, id);

    public Bench Bench { get; }

    public string Id { get; }

    public static async Task<HttpDesk> OpenAsync(SandboxOptions? options = null, object? cors = null, object? stage = null)
    {
        var bench = await Bench.StartAsync(options);
        var api = await bench.DoneAsync(HttpMethod.Post, "/v2/apis", new { name = "pets", protocolType = "HTTP", corsConfiguration = cors });
        HttpDesk desk = new(bench, $"{api["apiId"]}");
        await bench.DoneAsync(HttpMethod.Post, $"/v2/apis/{desk.Id}/stages", stage ?? new { stageName = "$default", autoDeploy = true });
        return desk;
    }

    /// <summary>A route to a URL, or to a function by its name.</summary>
    public async Task RouteAsync(string key, string target, object? integration = null, object? route = null)
    {
        var body = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(integration ?? new { }))!.AsObject();
        var isUrl = target.StartsWith("http", StringComparison.Ordinal);
        body["integrationType"] = isUrl ? "HTTP_PROXY" : "AWS_PROXY";
        body["integrationUri"] = isUrl ? target : Functions.Arn(target);
        body["integrationMethod"] = isUrl ? "ANY" : "POST";
        body["payloadFormatVersion"] ??= isUrl ? "1.0" : "2.0";
        var made = await Bench.DoneAsync(HttpMethod.Post, $"/v2/apis/{Id}/integrations", body.ToJsonString());
        var routed = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(route ?? new { }))!.AsObject();
        routed["routeKey"] = key;
        routed["target"] = $"integrations/{made["integrationId"]}";
        await Bench.DoneAsync(HttpMethod.Post, $"/v2/apis/{Id}/routes", routed.ToJsonString());
    }

    public async Task<string> AuthorizerAsync(object authorizer) => $"{(await Bench.DoneAsync(HttpMethod.Post, $"/v2/apis/{Id}/authorizers", authorizer))["authorizerId"]}";

    public async Task<(HttpStatusCode Status, string Body, HttpResponseMessage Response)> SendAsync(string path, HttpMethod? verb = null, Action<HttpRequestMessage>? with = null)
    {
        using HttpRequestMessage request = new(verb ?? HttpMethod.Get, path) { Headers = { Host = $"{Id}.execute-api.localhost" } };
        with?.Invoke(request);
        return await Bench.SendAsync(request);
    }

    public ValueTask DisposeAsync() => Bench.DisposeAsync();
}
