using System.Net;
using System.Net.WebSockets;
using Microsoft.Extensions.Time.Testing;
using Portal.Tests.Sandbox.CloudWatch;

namespace Portal.Tests.Sandbox.Execution.WebSockets;

/// <summary>What a connection and its messages must keep to: keys, plans, parameters and models.</summary>
public sealed class SocketRulesTests
{
    private readonly FakeTimeProvider _clock = new(Watch.Noon);

    [Fact]
    public async Task Who_connects_needs_a_key_and_counts_against_its_plan()
    {
        await using var desk = await SocketDesk.OpenAsync(new() { TimeProvider = _clock }, ("$default", null, false));
        await RouteAsync(desk, "$connect", new { apiKeyRequired = true });
        var plan = await desk.Bench.DoneAsync(HttpMethod.Post, "/usageplans", new { name = "p", apiStages = new[] { new { apiId = desk.Id, stage = "dev" } }, throttle = new { rateLimit = 1, burstLimit = 2 }, quota = new { limit = 3, period = "DAY" } });
        var key = await desk.Bench.DoneAsync(HttpMethod.Post, "/apikeys", new { enabled = true });
        Task<HttpStatusCode> ConnectAsync(string? value) => StatusAsync(desk, "", value);

        Assert.Equal(HttpStatusCode.Forbidden, await ConnectAsync(null));
        Assert.Equal(HttpStatusCode.Forbidden, await ConnectAsync($"{key["value"]}"));
        await desk.Bench.DoneAsync(HttpMethod.Post, $"/usageplans/{plan["id"]}/keys", new { keyId = $"{key["id"]}", keyType = "API_KEY" });

        Assert.Equal(HttpStatusCode.SwitchingProtocols, await ConnectAsync($"{key["value"]}"));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await ConnectAsync($"{key["value"]}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await ConnectAsync($"{key["value"]}"));
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await ConnectAsync($"{key["value"]}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await ConnectAsync($"{key["value"]}"));

        var usage = await desk.Bench.DoneAsync(HttpMethod.Get, $"/usageplans/{plan["id"]}/usage?startDate=2026-03-02&endDate=2026-03-02");
        Assert.Equal("[[3,0]]", usage["values"]![$"{key["id"]}"]!.ToJsonString());
    }

    [Fact]
    public async Task What_a_route_demands_of_a_handshake_must_be_there()
    {
        await using var desk = await SocketDesk.OpenAsync(new() { TimeProvider = _clock }, ("$default", null, false));
        await RouteAsync(desk, "$connect", new { requestParameters = new Dictionary<string, object> { ["route.request.querystring.room"] = new { required = true } } });

        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(desk, "", null));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await StatusAsync(desk, "?room=1", null));
    }

    [Fact]
    public async Task Messages_keep_to_the_model_that_the_route_chooses()
    {
        await using var functions = await Functions.StartAsync(("say", _ => """{"body": "ok"}"""));
        await using var desk = await SocketDesk.OpenAsync(new() { TimeProvider = _clock, Lambdas = functions.Urls }, ("$connect", null, false));
        foreach (var (name, member) in ((string, string)[])[("Text", "text"), ("Number", "number")])
        {
            await desk.Bench.DoneAsync(HttpMethod.Post, $"/v2/apis/{desk.Id}/models", new { name, contentType = "application/json", schema = $$"""{"type": "object", "required": ["{{member}}"]}""" });
        }

        await desk.RouteAsync("say", new { integrationType = "AWS_PROXY", integrationUri = Functions.Uri("say"), integrationMethod = "POST" }, answers: true, new
        {
            modelSelectionExpression = "$request.body.kind",
            requestModels = new Dictionary<string, string> { ["n"] = "Number", ["$default"] = "Text" },
        });
        await DeployAsync(desk);
        using var socket = await desk.ConnectAsync();
        async Task<string> SayAsync(string message)
        {
            await SocketDesk.SendAsync(socket, message);
            return (await SocketDesk.ReceiveAsync(socket))!;
        }

        Assert.Equal("ok", await SayAsync("""{"action": "say", "text": "hello"}"""));
        Assert.StartsWith("""{"message": "Invalid request body", "connectionId":""", await SayAsync("""{"action": "say"}"""), StringComparison.Ordinal);
        Assert.StartsWith("""{"message": "Invalid request body", "connectionId":""", await SayAsync("""{"action": "say", "kind": "n", "text": "hello"}"""), StringComparison.Ordinal);
        Assert.Equal("ok", await SayAsync("""{"action": "say", "kind": "n", "number": 1}"""));
        Assert.Equal((2, 2, 0), (functions.Events.Count, await CountAsync(desk, "ClientError"), await CountAsync(desk, "ExecutionError")));

        await desk.Bench.DoneAsync(HttpMethod.Patch, $"/v2/apis/{desk.Id}", new { disableSchemaValidation = true });
        await DeployAsync(desk);
        using var free = await desk.ConnectAsync();
        await SocketDesk.SendAsync(free, """{"action": "say"}""");
        Assert.Equal("ok", await SocketDesk.ReceiveAsync(free));
    }

    [Fact]
    public async Task Routes_have_numbers_of_their_own_where_they_are_asked_for_and_what_is_sent_to_clients_counts()
    {
        await using var desk = await SocketDesk.OpenAsync(new() { TimeProvider = _clock }, ("$connect", null, false), ("$default", null, false));
        await desk.Bench.DoneAsync(HttpMethod.Patch, $"/v2/apis/{desk.Id}/stages/dev", new { defaultRouteSettings = new { detailedMetricsEnabled = true } });
        var route = (await desk.Bench.DoneAsync(HttpMethod.Get, $"/v2/apis/{desk.Id}/routes"))["items"]!.AsArray().Single(one => $"{one!["routeKey"]}" is "$connect")!;
        using var socket = await desk.ConnectAsync();

        Assert.Equal(1, await desk.Bench.ValueAsync("ConnectCount", "Sum", "AWS/ApiGateway", ("ApiId", desk.Id), ("Stage", "dev"), ("Method", $"{route["routeId"]}"), ("Resource", "$connect")));

        var listed = (await desk.Bench.CloudWatchAsync("ListMetrics", new { Namespace = "AWS/ApiGateway", MetricName = "IntegrationLatency" }))["Metrics"]!.AsArray();
        Assert.Empty(listed);
    }

    private static async Task RouteAsync(SocketDesk desk, string key, object more)
    {
        await desk.RouteAsync(key, new { integrationType = "MOCK", requestTemplates = new Dictionary<string, string> { ["$default"] = "{\"statusCode\": 200}" }, templateSelectionExpression = "\\$default" }, answers: false, more);
        await DeployAsync(desk);
    }

    private static async Task DeployAsync(SocketDesk desk)
    {
        var deployment = await desk.Bench.DoneAsync(HttpMethod.Post, $"/v2/apis/{desk.Id}/deployments", new { });
        await desk.Bench.DoneAsync(HttpMethod.Patch, $"/v2/apis/{desk.Id}/stages/dev", new { deploymentId = $"{deployment["deploymentId"]}" });
    }

    private static Task<double> CountAsync(SocketDesk desk, string name) => desk.Bench.ValueAsync(name, "Sum", "AWS/ApiGateway", ("ApiId", desk.Id), ("Stage", "dev"));

    private static async Task<HttpStatusCode> StatusAsync(SocketDesk desk, string query, string? key)
    {
        using ClientWebSocket socket = new();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("x-api-key", key);
        try
        {
            await socket.ConnectAsync(new UriBuilder(desk.Bench.Server.Address) { Scheme = "ws", Path = desk.StagePath, Query = query }.Uri, TestContext.Current.CancellationToken);
        }
        catch (WebSocketException)
        {
            // The status says why.
        }

        return socket.HttpStatusCode;
    }
}
