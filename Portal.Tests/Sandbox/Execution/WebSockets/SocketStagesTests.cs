using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Portal.Tests.Sandbox.CloudWatch;

namespace Portal.Tests.Sandbox.Execution.WebSockets;

public sealed class SocketStagesTests
{
    private readonly FakeTimeProvider _clock = new(Watch.Noon);

    [Theory]
    [InlineData("CONVERT_TO_BINARY", "{}", "aGVsbG8=", WebSocketMessageType.Binary, "hello")]
    [InlineData("CONVERT_TO_TEXT", "{}", "$input.body", WebSocketMessageType.Text, "{\"action\": \"ask\"}")]
    [InlineData(null, "{}", "aGVsbG8=", WebSocketMessageType.Text, "aGVsbG8=")]
    public async Task An_answer_becomes_bytes_or_text(string? handling, string other, string template, WebSocketMessageType type, string expected)
    {
        await using var desk = await SocketDesk.OpenAsync(new(), ("$connect", null, false));
        var integration = await desk.RouteAsync("ask", new { integrationType = "MOCK", requestTemplates = new Dictionary<string, string> { ["$default"] = "{\"statusCode\": 200}" }, templateSelectionExpression = "\\$default" }, answers: true);
        await desk.Bench.DoneAsync(HttpMethod.Post, $"/v2/apis/{desk.Id}/integrations/{integration}/integrationresponses", new { integrationResponseKey = "$default", contentHandlingStrategy = handling, templateSelectionExpression = "taken", responseTemplates = new Dictionary<string, string> { ["other"] = other, ["taken"] = template } });
        var deployment = await desk.Bench.DoneAsync(HttpMethod.Post, $"/v2/apis/{desk.Id}/deployments", new { });
        await desk.Bench.DoneAsync(HttpMethod.Patch, $"/v2/apis/{desk.Id}/stages/dev", new { deploymentId = $"{deployment["deploymentId"]}" });
        using var socket = await desk.ConnectAsync();

        await SocketDesk.SendAsync(socket, "{\"action\": \"ask\"}");

        var buffer = new byte[1024];
        var received = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        Assert.Equal((type, expected), (received.MessageType, System.Text.Encoding.UTF8.GetString(buffer, 0, received.Count)));
    }

    [Fact]
    public async Task Messages_go_to_their_routes_and_answers_come_back()
    {
        await using var functions = await Functions.StartAsync(
            ("connect", _ => """{"statusCode": 200}"""),
            ("say", sent => $$"""{"statusCode": 200, "body": "said {{JsonNode.Parse($"{sent["body"]}")!["text"]}}"}"""),
            ("rest", sent => $$"""{"statusCode": 200, "body": "rest of {{sent["requestContext"]!["routeKey"]}}"}"""),
            ("bye", _ => "{}"));
        await using var desk = await SocketDesk.OpenAsync(new() { Lambdas = functions.Urls, TimeProvider = _clock }, ("$connect", "connect", false), ("say", "say", true), ("$default", "rest", true), ("$disconnect", "bye", false));

        using (var socket = await desk.ConnectAsync("?who=me"))
        {
            await SocketDesk.SendAsync(socket, """{"action": "say", "text": "hello"}""");
            Assert.Equal("said hello", await SocketDesk.ReceiveAsync(socket));
            await SocketDesk.SendAsync(socket, "no json");
            Assert.Equal("rest of $default", await SocketDesk.ReceiveAsync(socket));
            await SocketDesk.SendAsync(socket, """{"action": "other"}""");
            Assert.Equal("rest of $default", await SocketDesk.ReceiveAsync(socket));
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "done", TestContext.Current.CancellationToken);
        }

        await UntilAsync(() => functions.Events.Count is 5);
        JsonNode[] sent = [.. functions.Events];
        Assert.Equal("CONNECT MESSAGE MESSAGE MESSAGE DISCONNECT", string.Join(' ', sent.Select(one => one["requestContext"]!["eventType"])));
        Assert.Equal("me", $"{sent[0]["queryStringParameters"]!["who"]}");
        Assert.Single(sent.Select(one => $"{one["requestContext"]!["connectionId"]}").Distinct());
        Assert.Equal(("1000", "done"), ($"{sent[4]["requestContext"]!["disconnectStatusCode"]}", $"{sent[4]["requestContext"]!["disconnectReason"]}"));
    }

    [Fact]
    public async Task Connections_and_messages_are_counted()
    {
        await using var functions = await Functions.StartAsync(("say", sent => $"{sent["body"]}".Contains("boom", StringComparison.Ordinal) ? """{"errorMessage": "boom", "errorType": "E"}""" : """{"body": "ok"}"""));
        await using var desk = await SocketDesk.OpenAsync(new() { Lambdas = functions.Urls, TimeProvider = _clock }, ("$connect", null, false), ("say", "say", true));
        using var socket = await desk.ConnectAsync();

        await SocketDesk.SendAsync(socket, """{"action": "say"}""");
        Assert.Equal("ok", await SocketDesk.ReceiveAsync(socket));
        await SocketDesk.SendAsync(socket, """{"action": "say", "text": "boom"}""");
        Assert.StartsWith("""{"message": "Internal server error", "connectionId":""", await SocketDesk.ReceiveAsync(socket), StringComparison.Ordinal);
        await SocketDesk.SendAsync(socket, """{"action": "unknown"}""");
        Assert.StartsWith("""{"message": "Forbidden", "connectionId":""", await SocketDesk.ReceiveAsync(socket), StringComparison.Ordinal);

        Task<double> One(string name) => desk.Bench.ValueAsync(name, "Sum", "AWS/ApiGateway", ("ApiId", desk.Id), ("Stage", "dev"));
        Assert.Equal((1, 3, 1, 1), (await One("ConnectCount"), await One("MessageCount"), await One("IntegrationError"), await One("ClientError")));
    }

    [Theory]
    [InlineData("""{"statusCode": 401}""", 401)]
    [InlineData("""{"statusCode": 200}""", null)]
    [InlineData("null", null)]
    [InlineData("""{"errorMessage": "boom", "errorType": "E"}""", 502)]
    public async Task Connect_decides_whether_a_connection_is_opened(string answer, int? refused)
    {
        await using var functions = await Functions.StartAsync(("connect", _ => answer));
        await using var desk = await SocketDesk.OpenAsync(new() { Lambdas = functions.Urls }, ("$connect", "connect", false), ("$default", null, false));
        using ClientWebSocket socket = new();
        socket.Options.CollectHttpResponseDetails = true;
        var connecting = socket.ConnectAsync(new UriBuilder(desk.Bench.Server.Address) { Scheme = "ws", Path = desk.StagePath }.Uri, TestContext.Current.CancellationToken);

        if (refused is null)
        {
            await connecting;
            Assert.Equal(WebSocketState.Open, socket.State);
        }
        else
        {
            await Assert.ThrowsAsync<WebSocketException>(() => connecting);
            Assert.Equal(refused, (int)socket.HttpStatusCode);
        }
    }

    [Fact]
    public async Task A_function_decides_who_may_connect()
    {
        await using var functions = await Functions.StartAsync(("auth", sent => $$"""{"principalId": "me", "policyDocument": {"Statement": [{"Effect": "{{sent["queryStringParameters"]!["token"]}}", "Action": "execute-api:Invoke", "Resource": "{{sent["methodArn"]}}"}]} }"""), ("say", sent => $$"""{"body": "{{sent["requestContext"]!["authorizer"]!["principalId"]}}"}"""));
        await using var desk = await SocketDesk.OpenAsync(new() { Lambdas = functions.Urls }, ("say", "say", true));
        var authorizer = await desk.Bench.DoneAsync(HttpMethod.Post, $"/v2/apis/{desk.Id}/authorizers", new { name = "a", authorizerType = "REQUEST", authorizerUri = Functions.Uri("auth"), identitySource = new[] { "route.request.querystring.token" } });
        await desk.RouteAsync("$connect", new { integrationType = "MOCK", requestTemplates = new Dictionary<string, string> { ["$default"] = "{\"statusCode\": 200}" } }, false, new { authorizationType = "CUSTOM", authorizerId = $"{authorizer["authorizerId"]}" });
        var deployment = await desk.Bench.DoneAsync(HttpMethod.Post, $"/v2/apis/{desk.Id}/deployments", new { });
        await desk.Bench.DoneAsync(HttpMethod.Patch, $"/v2/apis/{desk.Id}/stages/dev", new { deploymentId = $"{deployment["deploymentId"]}" });

        using var let = await desk.ConnectAsync("?token=Allow");
        await SocketDesk.SendAsync(let, """{"action": "say"}""");
        Assert.Equal("me", await SocketDesk.ReceiveAsync(let));
        await Assert.ThrowsAsync<WebSocketException>(() => desk.ConnectAsync("?token=Deny"));
        await Assert.ThrowsAsync<WebSocketException>(() => desk.ConnectAsync());
        Assert.Equal(2, functions.Events.Count(sent => sent["type"] is not null));
    }

    [Fact]
    public async Task Who_is_silent_too_long_is_closed()
    {
        await using var functions = await Functions.StartAsync(("bye", _ => "{}"));
        await using var desk = await SocketDesk.OpenAsync(new() { Lambdas = functions.Urls, TimeProvider = _clock }, ("$default", null, false), ("$disconnect", "bye", false));
        using var socket = await desk.ConnectAsync();
        await UntilAsync(() => desk.Bench.Server.Stages.OpenConnections is 1);

        var last = SocketDesk.ReceiveAsync(socket);
        // It may not be watched yet when time passes first.
        await UntilAsync(() =>
        {
            _clock.Advance(TimeSpan.FromMinutes(11));
            return last.IsCompleted;
        });

        Assert.Null(await last);
        await UntilAsync(() => functions.Events.Count is 1);
        Assert.Equal("1001", $"{functions.Events.Single()["requestContext"]!["disconnectStatusCode"]}");
        await UntilAsync(() => desk.Bench.Server.Stages.OpenConnections is 0);
    }

    [Fact]
    public async Task Clients_that_vanish_are_forgotten_and_the_rest_is_unharmed()
    {
        await using var functions = await Functions.StartAsync(("say", _ => """{"body": "ok"}"""), ("bye", _ => "{}"));
        await using var desk = await SocketDesk.OpenAsync(new() { Lambdas = functions.Urls }, ("say", "say", true), ("$disconnect", "bye", false));
        var vanishing = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => desk.ConnectAsync()));
        using var staying = await desk.ConnectAsync();
        await UntilAsync(() => desk.Bench.Server.Stages.OpenConnections is 51);

        foreach (var socket in vanishing)
        {
            socket.Abort();
            socket.Dispose();
        }

        await UntilAsync(() => desk.Bench.Server.Stages.OpenConnections is 1 && functions.Events.Count is 50);
        Assert.All(functions.Events, sent => Assert.Equal("1006", $"{sent["requestContext"]!["disconnectStatusCode"]}"));
        await SocketDesk.SendAsync(staying, """{"action": "say"}""");
        Assert.Equal("ok", await SocketDesk.ReceiveAsync(staying));
    }

    [Fact]
    public async Task A_message_that_is_too_long_ends_its_connection()
    {
        await using var desk = await SocketDesk.OpenAsync(new(), ("$default", null, false));
        using var socket = await desk.ConnectAsync();

        await SocketDesk.SendAsync(socket, new string('x', (128 * 1024) + 1));

        Assert.Null(await SocketDesk.ReceiveAsync(socket));
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, socket.CloseStatus);
    }

    [Fact]
    public async Task Connections_are_written_to_looked_at_and_closed_from_outside()
    {
        await using var functions = await Functions.StartAsync(("who", sent => $$"""{"body": "{{sent["requestContext"]!["connectionId"]}}"}"""));
        await using var desk = await SocketDesk.OpenAsync(new() { Lambdas = functions.Urls, TimeProvider = _clock }, ("who", "who", true));
        using var socket = await desk.ConnectAsync();
        await SocketDesk.SendAsync(socket, """{"action": "who"}""");
        var id = await SocketDesk.ReceiveAsync(socket);
        var path = $"{desk.StagePath}/%40connections/{Uri.EscapeDataString(id!)}";

        var (posted, _, _) = await desk.Bench.CallAsync(HttpMethod.Post, path, "news", service: "execute-api");
        Assert.Equal((HttpStatusCode.OK, "news"), (posted, await SocketDesk.ReceiveAsync(socket)));
        var (_, shown, _) = await desk.Bench.CallAsync(HttpMethod.Get, path, service: "execute-api");
        Assert.Equal("2026-03-02T12:00:00.000Z 127.0.0.1", $"{shown!["connectedAt"]} {shown["identity"]!["sourceIp"]}");
        var (unsigned, _, _) = await desk.Bench.SendAsync(new(HttpMethod.Get, path));
        Assert.Equal(HttpStatusCode.Forbidden, unsigned);
        var (deleted, _, _) = await desk.Bench.CallAsync(HttpMethod.Delete, path, service: "execute-api");
        Assert.Equal(HttpStatusCode.NoContent, deleted);
        Assert.Null(await SocketDesk.ReceiveAsync(socket));
        await UntilAsync(() => desk.Bench.Server.Stages.OpenConnections is 0);
        var (gone, _, answer) = await desk.Bench.CallAsync(HttpMethod.Post, path, "late", service: "execute-api");
        Assert.Equal((HttpStatusCode.Gone, "GoneException"), (gone, answer.Headers.GetValues("x-amzn-ErrorType").Single()));
    }

    private static async Task UntilAsync(Func<bool> done)
    {
        for (var i = 0; !done(); i++)
        {
            Assert.True(i < 3_000, "It did not come to that.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
        }
    }
}
