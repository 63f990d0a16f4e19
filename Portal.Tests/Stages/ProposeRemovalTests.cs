using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Gateway;
using Portal.Server.Traffic;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Stages;

public sealed class ProposeRemovalTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stage_that_ran_is_deleted_in_AWS_and_then_gone_from_the_portal()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var (dev, prod) = (await Pipeline.StageAsync(publisher, api, "dev"), await Pipeline.StageAsync(publisher, api, "prod"));
        await Pipeline.DeployAsync(publisher, dev);
        await Pipeline.PromoteAsync(publisher, dev);

        var run = await ProposeAsync(publisher, prod);
        Assert.Equal("prod", run.NameToType);
        Assert.Equal(StepAction.Delete, Assert.Single(run.Steps).Action);
        var done = await Pipeline.ApproveAsync(publisher, run);

        Assert.True(done.State is RunState.Done, done.Outcome);
        await publisher.Http.GetAsync($"/api/v1/stages/{prod.Id}", Cancelled).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
        Assert.Equal("dev", Assert.Single((await publisher.Http.GetAsync<Page<StageView>>($"/api/v1/apis/{api.Id}/stages")).Items).Name);
        Assert.Equal(200, (await Pipeline.CallAsync(publisher, dev, "GET", "/pets")).Status);
    }

    [Fact]
    public async Task Without_its_name_it_is_not_approved()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher));
        await Pipeline.DeployAsync(publisher, stage);
        var run = await ProposeAsync(publisher, stage);

        await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/runs/{run.Id}/approve", new { fingerprint = run.Fingerprint, version = run.Version })
            .RefusedAsync(HttpStatusCode.Conflict, "urn:portal:sync:name-not-typed");
    }

    [Fact]
    public async Task What_is_not_in_AWS_is_gone_at_once()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var stage = await Pipeline.StageAsync(publisher, api);
        var deployed = await Pipeline.DeployAsync(publisher, stage);
        await Pipeline.ApproveAsync(publisher, await publisher.Http.PostAsync<RunView>($"/api/v1/runs/{deployed.Id}/undo", new { }));

        var run = await ProposeAsync(publisher, stage);

        Assert.Equal(RunState.Done, run.State);
        Assert.Empty((await publisher.Http.GetAsync<ApiView>($"/api/v1/apis/{api.Id}")).Stages);
    }

    [Fact]
    public async Task A_removal_is_not_undone_because_the_portal_would_not_know_the_stage()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher));
        await Pipeline.DeployAsync(publisher, stage);
        var removed = await Pipeline.ApproveAsync(publisher, await ProposeAsync(publisher, stage));

        var undo = await publisher.Http.PostAsync<RunView>($"/api/v1/runs/{removed.Id}/undo", new { });

        await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/runs/{undo.Id}/approve", new { fingerprint = undo.Fingerprint, version = undo.Version })
            .RefusedAsync(HttpStatusCode.Conflict, "urn:portal:stages:gone");
    }

    [Fact]
    public async Task How_often_it_was_called_lately_is_said_before_it_goes()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher));
        await Pipeline.DeployAsync(publisher, stage);
        var now = DateTimeOffset.UtcNow;
        portal.Services.GetRequiredService<SeriesStore>().Write(
            Resolution.Minute,
            [(new SeriesKey(stage.Id, Statistic.Requests), [new MetricPoint(Resolution.Minute.Begin(now.AddDays(-2)), 7), new MetricPoint(Resolution.Minute.Begin(now.AddHours(-2)), 1200), new MetricPoint(Resolution.Minute.Begin(now.AddHours(-1)), 34)])]);

        var run = await ProposeAsync(publisher, stage);

        Assert.Contains("The stage dev was called 1,234 times in the last 24 hours.", run.Brakes);
        Assert.Equal("dev", run.NameToType);
    }

    private static async Task<RunView> ProposeAsync(Person person, StageView stage)
    {
        var proposed = await person.Http.PostAsync<ProposedDeployment>($"/api/v1/stages/{stage.Id}/removal", new { });

        return await person.Http.GetAsync<RunView>($"/api/v1/runs/{proposed.RunId}");
    }
}
