using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Portal.Sandbox;

namespace Portal.Tests.Sandbox.Execution.WebSockets;

/// <summary>A WebSocket API on the stage dev, with functions behind its routes.</summary>
internal sealed class SocketDesk : IAsyncDisposable
{
    private SocketDesk(Bench bench, string id) => (Bench, Id) = (bench, id);

    public Bench Bench { get; }

    public string Id { get; }

    public string StagePath => $"/apis/{Id}/dev/_user_request_";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SocketDesk> OpenAsync(SandboxOptions options, params (string Key, string? Function, bool Answers)[] routes)
    {
        var bench = await Bench.StartAsync(options);
        var api = await bench.DoneAsync(HttpMethod.Post, "/v2/apis", new { name = "chat", protocolType = "WEBSOCKET", routeSelectionExpression = "$request.body.action" });
        SocketDesk desk = new(bench, $"{api["apiId"]}");
        foreach (var (key, function, answers) in routes)
        {
            var integration = function is null
                ? new { integrationType = "MOCK", integrationUri = (string?)null, integrationMethod = (string?)null, requestTemplates = (object?)new Dictionary<string, string> { ["$default"] = "{\"statusCode\": 200}" }, templateSelectionExpression = (string?)"\\$default" }
                : new { integrationType = "AWS_PROXY", integrationUri = (string?)Functions.Uri(function), integrationMethod = (string?)"POST", requestTemplates = (object?)null, templateSelectionExpression = (string?)null };
            await desk.RouteAsync(key, integration, answers);
        }

        await desk.DeployAsync();
        return desk;
    }

    public async Task<string> RouteAsync(string key, object integration, bool answers, object? more = null)
    {
        var made = await Bench.DoneAsync(HttpMethod.Post, $"/v2/apis/{Id}/integrations", integration);
        var route = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more ?? new { }))!.AsObject();
        route["routeKey"] = key;
        route["target"] = $"integrations/{made["integrationId"]}";
        if (answers)
        {
            route["routeResponseSelectionExpression"] = "$default";
        }

        var routed = await Bench.DoneAsync(HttpMethod.Post, $"/v2/apis/{Id}/routes", route.ToJsonString());
        if (answers)
        {
            await Bench.DoneAsync(HttpMethod.Post, $"/v2/apis/{Id}/routes/{routed["routeId"]}/routeresponses", new { routeResponseKey = "$default" });
        }

        return $"{made["integrationId"]}";
    }

    public async Task DeployAsync()
    {
        var deployment = await Bench.DoneAsync(HttpMethod.Post, $"/v2/apis/{Id}/deployments", new { });
        await Bench.DoneAsync(HttpMethod.Post, $"/v2/apis/{Id}/stages", new { stageName = "dev", deploymentId = $"{deployment["deploymentId"]}" });
    }

    /// <summary>An open connection; a refused handshake throws.</summary>
    public async Task<ClientWebSocket> ConnectAsync(string query = "", Action<ClientWebSocketOptions>? with = null)
    {
        ClientWebSocket socket = new();
        socket.Options.CollectHttpResponseDetails = true;
        with?.Invoke(socket.Options);
        await socket.ConnectAsync(new UriBuilder(Bench.Server.Address) { Scheme = "ws", Path = StagePath, Query = query }.Uri, Cancellation);
        return socket;
    }

    public static Task SendAsync(ClientWebSocket socket, string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, Cancellation);

    /// <summary>The next message; null if the connection is closed.</summary>
    public static async Task<string?> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[256 * 1024];
        var received = await socket.ReceiveAsync(buffer, Cancellation);
        if (received.MessageType is not WebSocketMessageType.Close)
        {
            return Encoding.UTF8.GetString(buffer, 0, received.Count);
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", Cancellation);
        return null;
    }

    public ValueTask DisposeAsync() => Bench.DisposeAsync();
}
