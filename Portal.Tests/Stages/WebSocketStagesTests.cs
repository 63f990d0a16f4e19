using System.Net;
using System.Net.WebSockets;
using System.Text;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Metrics;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Metrics;
using Portal.Tests.Sandbox;

namespace Portal.Tests.Stages;

/// <summary>The life of a WebSocket API: deployed, spoken to, promoted, rolled back.</summary>
public sealed class WebSocketStagesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_deployed_spoken_to_promoted_rolled_back()
    {
        await using var backend = await Backend.StartAsync();
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await ApiAsync(publisher, backend, "first");
        var dev = await Pipeline.StageAsync(publisher, api);
        var prod = await Pipeline.StageAsync(publisher, api, "prod");

        var run = await Pipeline.ProposeAsync(publisher, dev);
        Assert.StartsWith($"Creates the WebSocket API {api.AwsName} with 2 routes.", run.Steps[0].Headline, StringComparison.Ordinal);
        run = await Pipeline.ApproveAsync(publisher, run);
        Assert.True(run.State is RunState.Done, run.Outcome);
        Assert.Contains("/first", await AskAsync(publisher, dev), StringComparison.Ordinal);
        Assert.Empty((await Pipeline.ProposeAsync(publisher, dev)).Steps);

        api = (await publisher.Http.PostAsync<RevisedApi>($"/api/v1/apis/{api.Id}/revisions", new { document = new { text = Document(backend, "second") }, version = api.Version }, HttpStatusCode.OK)).Api;
        run = await Pipeline.DeployAsync(publisher, dev);
        Assert.Contains(run.Steps[0].Details, sentence => sentence.StartsWith("Changes the integration of ask: URI", StringComparison.Ordinal));
        Assert.Contains("/second", await AskAsync(publisher, dev), StringComparison.Ordinal);

        Assert.Single((await Pipeline.PromoteAsync(publisher, dev)).Steps);
        Assert.Contains("/second", await AskAsync(publisher, prod), StringComparison.Ordinal);

        Assert.Single((await Pipeline.RollBackAsync(publisher, dev)).Steps);
        Assert.Contains("/first", await AskAsync(publisher, dev), StringComparison.Ordinal);
        Assert.Contains("/second", await AskAsync(publisher, prod), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_connections_and_messages_are_counted()
    {
        await using var backend = await Backend.StartAsync();
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await ApiAsync(publisher, backend, "first");
        var dev = await Pipeline.StageAsync(publisher, api);
        await Pipeline.DeployAsync(publisher, dev);
        await AskAsync(publisher, dev);
        await AskAsync(publisher, dev);

        var numbers = await CollectedAsync(publisher, dev, messages: 2);

        Assert.Equal((Protocol.WebSocket, 2L, 0L, 0L), (numbers.Protocol, numbers.Totals.Connections, numbers.Totals.ClientErrors, numbers.Totals.ServerErrors));
        Assert.Contains(numbers.Values("IntegrationLatency", "p95"), value => value is not null);
        Assert.Empty(numbers.Values("Count", "Sum"));
        var row = Assert.Single((await publisher.Http.GetAsync<TrafficView>($"/api/v1/traffic?search={Uri.EscapeDataString(api.Name)}")).Rows);
        Assert.Equal((Protocol.WebSocket, 2L, 2L, 2d), (row.Protocol, row.Totals.Requests, row.Totals.Connections, row.Trend.Sum()));
        Assert.NotNull(row.P95);
        var removal = await publisher.Http.PostAsync<ProposedDeployment>($"/api/v1/stages/{dev.Id}/removal", new { });
        var run = await publisher.Http.GetAsync<RunView>($"/api/v1/runs/{removal.RunId}");
        Assert.Contains("On the stage dev 2 connections were opened and 2 messages were sent in the last 24 hours.", run.Brakes);
    }

    [Fact]
    public async Task It_is_not_called_by_HTTP()
    {
        await using var backend = await Backend.StartAsync();
        var publisher = await portal.PersonAsync(Role.Publisher);
        var dev = await Pipeline.StageAsync(publisher, await ApiAsync(publisher, backend, "first"));

        await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/stages/{dev.Id}/try", new { method = "GET", path = "/" }).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:stages:not-tried-by-http");
    }

    private static async Task<string> AskAsync(Person publisher, StageView stage)
    {
        var address = await publisher.Http.GetAsync<StageAddressView>($"/api/v1/stages/{stage.Id}/address");
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(address.InvokeUrl), Cancelled);
        await socket.SendAsync(Encoding.UTF8.GetBytes("""{"action":"ask"}"""), WebSocketMessageType.Text, true, Cancelled);
        var buffer = new byte[64 * 1024];
        var received = await socket.ReceiveAsync(buffer, Cancelled);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", Cancelled);

        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }

    /// <summary>What was sent is counted when it has ended.</summary>
    private async Task<StageMetricsView> CollectedAsync(Person publisher, StageView stage, int messages)
    {
        for (var tries = 0; ; tries++)
        {
            await portal.Services.CollectAsync();
            var view = await publisher.Http.GetAsync<StageMetricsView>($"/api/v1/stages/{stage.Id}/metrics");

            if (view.Totals.Requests >= messages)
            {
                return view;
            }

            Assert.True(tries < 500, $"{view.Totals.Requests} of {messages} messages were counted.");
        }
    }

    private static async Task<ApiView> ApiAsync(Person publisher, Backend backend, string path) => (await publisher.Http.PostAsync<RevisedApi>("/api/v1/apis/import", new
    {
        teamId = publisher.Team,
        name = $"Chat {Guid.NewGuid():N}",
        protocol = "WebSocket",
        document = new { text = Document(backend, path) },
    })).Api;

    private static string Document(Backend backend, string path) => $$"""
        openapi: 3.0.1
        info: { title: Chat, version: "1" }
        x-amazon-apigateway-route-selection-expression: $request.body.action
        paths:
          /$connect:
            x-amazon-apigateway-any-method:
              x-amazon-apigateway-integration: { type: mock, requestTemplates: { $default: "{\"statusCode\": 200}" }, templateSelectionExpression: \$default }
          /ask:
            x-amazon-apigateway-any-method:
              x-amazon-apigateway-route-response: true
              x-amazon-apigateway-integration: { type: http_proxy, httpMethod: POST, uri: "{{backend.Url}}/{{path}}" }
        """;
}
