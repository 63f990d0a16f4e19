using System.Net;
using System.Net.WebSockets;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Portal.Shared;
using Portal.Shared.Audit;
using Portal.Shared.Catalog;
using Portal.Shared.Keys;
using Portal.Shared.Metrics;
using Portal.Shared.Plans;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Metrics;
using Portal.Tests.Plans;
using Portal.Tests.Sandbox;
using Portal.Tests.Sync.Drift;

namespace Portal.Tests.Keys;

/// <summary>A WebSocket API from its usage plan to a key that opens connections.</summary>
public sealed class SocketKeysTests(KeysPortal portal) : IClassFixture<KeysPortal>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_of_its_plan_opens_connections_and_without_one_it_is_403()
    {
        await using var backend = await Backend.StartAsync();
        var (stage, plan) = await OfferedAsync(backend);
        var developer = await portal.DeveloperAsync();
        var made = await portal.RequestAsync(developer, plan);

        Assert.Equal(HttpStatusCode.SwitchingProtocols, await ConnectAsync(stage, made.Value));
        Assert.Equal(HttpStatusCode.Forbidden, await ConnectAsync(stage, null));
        Assert.Equal(HttpStatusCode.Forbidden, await ConnectAsync(stage, "another-key-that-nobody-has"));

        await KeysPortal.RevokeAsync(developer, made.Key);
        Assert.Equal(HttpStatusCode.Forbidden, await ConnectAsync(stage, made.Value));
    }

    [Fact]
    public async Task Connections_count_against_the_quota()
    {
        await using var backend = await Backend.StartAsync();
        var (stage, plan) = await OfferedAsync(backend, terms => terms with { Quota = new Quota { Limit = 2, Period = QuotaPeriod.Month } });
        var developer = await portal.DeveloperAsync();
        var made = await portal.RequestAsync(developer, plan);

        Assert.Equal(HttpStatusCode.SwitchingProtocols, await ConnectAsync(stage, made.Value));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await ConnectAsync(stage, made.Value));
        Assert.Equal(HttpStatusCode.TooManyRequests, await ConnectAsync(stage, made.Value));
        var usage = await developer.Http.GetAsync<ApiKeyUsage>($"/api/v1/own/keys/{made.Key.Id}/usage");
        Assert.Equal((2L, 0L), (usage.Days.Sum(day => day.Used), usage.Remaining));
    }

    [Fact]
    public async Task Who_connected_is_told_by_key()
    {
        await using var backend = await Backend.StartAsync();
        var (stage, plan) = await OfferedAsync(backend, terms => terms with { Quota = new Quota { Limit = 2, Period = QuotaPeriod.Month } });
        var developer = await portal.DeveloperAsync();
        var made = await portal.RequestAsync(developer, plan, "Chatterbox");
        await developer.Http.PostAsync<SocketTalk>($"/api/v1/own/keys/{made.Key.Id}/talk", new { stageId = stage.Id, messages = new[] { """{"action":"ask"}""" }, silence = 1 }, HttpStatusCode.OK);
        await ConnectAsync(stage, made.Value);
        await ConnectAsync(stage, made.Value);
        await ConnectAsync(stage, null);

        var consumers = await ConsumersAsync(stage, connections: 4);

        Assert.Equal(Protocol.WebSocket, consumers.Protocol);
        Assert.Equal([("Chatterbox", 3L, 1L), (null, 1L, 1L)], consumers.Rows.Select(row => (row.Key?.App, row.Totals.Requests, row.Totals.ClientErrors)));
        var csv = await portal.Publisher.Http.GetStringAsync(new Uri($"/api/v1/stages/{stage.Id}/consumers/csv", UriKind.Relative), Cancelled);
        Assert.Contains("Connections", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_owner_opens_one_and_talks_by_the_portal_which_tells_nobody_the_key()
    {
        await using var backend = await Backend.StartAsync();
        var (stage, plan) = await OfferedAsync(backend);
        var (developer, auditor) = (await portal.DeveloperAsync(), await portal.PersonAsync(Role.Auditor));
        var made = await portal.RequestAsync(developer, plan);

        var open = Assert.Single((await developer.Http.GetAsync<Page<KeyStage>>($"/api/v1/own/keys/{made.Key.Id}/stages")).Items);
        Assert.Equal((stage.Id, Protocol.WebSocket), (open.StageId, open.Protocol));
        Assert.Equal(["ask", "echo"], open.Operations.Order(StringComparer.Ordinal));

        var talk = await developer.Http.PostAsync<SocketTalk>($"/api/v1/own/keys/{made.Key.Id}/talk", new { stageId = stage.Id, messages = new[] { """{"action":"ask"}""", $$"""{"action":"echo","key":"{{made.Value}}"}""" }, silence = 5 }, HttpStatusCode.OK);

        Assert.Equal((101, 2), (talk.Status, talk.Received.Count));
        Assert.Contains("/ask", talk.Received[0].Text, StringComparison.Ordinal);
        Assert.All(talk.Received, message => Assert.DoesNotContain(made.Value!, message.Text, StringComparison.Ordinal));
        var line = (await auditor.Http.GetAsync<Page<AuditLine>>("/api/v1/audit?deed=keys.try&take=100")).Items.First(line => line.By == developer.Id);
        Assert.Equal($"CONNECT, 2 messages, with the key that ends with {made.Value![^4..]}", line.Detail);
    }

    [Fact]
    public async Task It_is_called_by_no_request_and_others_are_spoken_to_by_no_message()
    {
        await using var backend = await Backend.StartAsync();
        var (stage, plan) = await OfferedAsync(backend);
        var developer = await portal.DeveloperAsync();
        var (socket, rest) = (await portal.RequestAsync(developer, plan), await portal.RequestAsync(developer, app: "Another"));

        await developer.Http.SendAsync(HttpMethod.Post, $"/api/v1/own/keys/{socket.Key.Id}/try", new { stageId = stage.Id, method = "GET", path = "/" }).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:keys:not-tried-by-http");
        await developer.Http.SendAsync(HttpMethod.Post, $"/api/v1/own/keys/{rest.Key.Id}/talk", new { stageId = portal.Stage.Id }).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:keys:not-tried-by-socket");
    }

    [Fact]
    public async Task A_stage_that_somebody_takes_out_of_its_plan_is_found_by_name_and_put_back()
    {
        await using var backend = await Backend.StartAsync();
        var (stage, plan) = await OfferedAsync(backend);
        var made = await portal.RequestAsync(await portal.DeveloperAsync(), plan);
        Assert.Empty(await CheckAsync(plan));
        await Meddler.MeddleAsync(portal, await Meddler.PlaceAsync(portal.Publisher, stage), async aws =>
        {
            var theirs = (await aws.GetUsagePlansAsync(new GetUsagePlansRequest { Limit = 500 }, Cancelled)).Items.Single(known => known.Name == plan.Name);
            await aws.UpdateUsagePlanAsync(
                new UpdateUsagePlanRequest { UsagePlanId = theirs.Id, PatchOperations = [new() { Op = Op.Remove, Path = "/apiStages", Value = $"{theirs.ApiStages[0].ApiId}:{theirs.ApiStages[0].Stage}" }] },
                Cancelled);
        });

        var finding = Assert.Single(await CheckAsync(plan));
        Assert.Contains(plan.Stages[0].Api, finding.PlaceName, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await ConnectAsync(stage, made.Value));

        var restored = await portal.Publisher.Http.PostAsync<RestoredDrift>($"/api/v1/drift/{finding.Id}/restore", new { });
        await Selling.DoneAsync(portal.Publisher, await portal.Publisher.Http.GetAsync<RunView>($"/api/v1/runs/{restored.RunId}"));

        Assert.Empty(await CheckAsync(plan));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await ConnectAsync(stage, made.Value));
    }

    private async Task<(StageView Stage, UsagePlanView Plan)> OfferedAsync(Backend backend, Func<CreateUsagePlan, CreateUsagePlan>? terms = null)
    {
        var api = await Selling.SocketApiAsync(portal.Publisher, backend.Url);
        var stage = await Selling.DeployedStageAsync(portal.Publisher, api);
        await portal.PublishAsync(await portal.Publisher.Http.GetAsync<ApiView>($"/api/v1/apis/{api.Id}"));
        var wanted = Selling.Terms(portal.Publisher, stage.ConnectionId, stage);
        var plan = await Selling.MakeAsync(portal.Publisher, terms?.Invoke(wanted) ?? wanted);
        await Selling.ApplyAsync(portal.Publisher, plan);

        return (stage, await portal.OfferAsync(plan, Availability.Open));
    }

    /// <summary>What was opened is written down when that has ended, which its caller may learn a moment before.</summary>
    private async Task<ConsumersView> ConsumersAsync(StageView stage, int connections)
    {
        for (var tries = 0; ; tries++)
        {
            await portal.Services.CollectAsync();
            var consumers = await portal.Publisher.Http.GetAsync<ConsumersView>($"/api/v1/stages/{stage.Id}/consumers");

            if (consumers.Rows.Sum(row => row.Totals.Requests) >= connections)
            {
                return consumers;
            }

            Assert.True(tries < 2000, $"{consumers.Rows.Sum(row => row.Totals.Requests)} of {connections} connections are known.");
        }
    }

    private Task<IReadOnlyList<FindingView>> CheckAsync(UsagePlanView plan) => Meddler.CheckAsync(portal.Publisher, $"UsagePlan/{plan.Id}");

    /// <summary>The status of the handshake.</summary>
    private async Task<HttpStatusCode> ConnectAsync(StageView stage, string? key)
    {
        var address = await Meddler.PlaceAsync(portal.Publisher, stage);
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;

        if (key is not null)
        {
            socket.Options.SetRequestHeader("x-api-key", key);
        }

        try
        {
            await socket.ConnectAsync(new Uri(address.InvokeUrl), Cancelled);
        }
        catch (WebSocketException)
        {
            // The status says why.
        }

        return socket.HttpStatusCode;
    }
}
