using System.Net;
using Amazon.APIGateway.Model;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Gateway;
using Portal.Server.Traffic;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Stages;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Sync.Drift;

/// <summary>A canary that somebody made in AWS is taken away by a change set like any other, and comes back by its Undo.</summary>
public sealed class CanaryDriftTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_found_and_can_be_taken_away_and_brought_back_and_not_taken_over()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var (api, stage) = await CanaryAsync(publisher);

        var found = Assert.Single(await Meddler.CheckAsync(publisher, $"RestApi/{api.Id}"));

        Assert.Equal(("canary of stage dev", DriftSort.Beside), (found.PlaceName, found.Sort));
        Assert.Contains("Lets 12.5 % of the calls of the stage dev go to the deployment", Assert.Single(found.Words), StringComparison.Ordinal);
        Assert.Equal([FindingAction.Restore, FindingAction.Ignore], found.Actions);

        var run = await RestoreAsync(publisher, found);

        Assert.Null(run.NameToType);
        Assert.Contains(Assert.Single(run.Steps).Details, word => word.StartsWith("Takes its canary away: the 12.5 % of its calls", StringComparison.Ordinal) && word.EndsWith("variables were otherwise: colour = theirs.", StringComparison.Ordinal));
        run = await Pipeline.ApproveAsync(publisher, run);
        Assert.True(run.State is RunState.Done, run.Outcome);
        Assert.Null((await LiveAsync(publisher, stage)).CanarySettings);
        Assert.Empty(await Meddler.CheckAsync(publisher, $"RestApi/{api.Id}"));

        var undo = await Pipeline.ApproveAsync(publisher, await publisher.Http.PostAsync<RunView>($"/api/v1/runs/{run.Id}/undo", new { }));

        Assert.True(undo.State is RunState.Done, undo.Outcome);
        var back = (await LiveAsync(publisher, stage)).CanarySettings;
        Assert.Equal((12.5, "theirs"), (back.PercentTraffic, back.StageVariableOverrides["colour"]));
        Assert.Equal("canary of stage dev", Assert.Single(await Meddler.CheckAsync(publisher, $"RestApi/{api.Id}")).PlaceName);
    }

    [Fact]
    public async Task Where_the_stage_is_called_a_name_must_be_typed()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var (api, stage) = await CanaryAsync(publisher);
        portal.Services.GetRequiredService<SeriesStore>().Write(Resolution.Minute, [(new SeriesKey(stage.Id, Statistic.Requests), [new MetricPoint(Resolution.Minute.Begin(DateTimeOffset.UtcNow.AddHours(-2)), 40)])]);
        var found = Assert.Single(await Meddler.CheckAsync(publisher, $"RestApi/{api.Id}"));

        var run = await RestoreAsync(publisher, found);

        Assert.Equal("The stage dev was called 40 times in the last 24 hours, and its canary gets 12.5 % of its calls.", Assert.Single(run.Brakes));
        Assert.NotNull(run.NameToType);
        await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/runs/{run.Id}/approve", new { fingerprint = run.Fingerprint, version = run.Version }).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:sync:name-not-typed");
    }

    [Fact]
    public async Task What_is_deployed_meanwhile_leaves_it_as_it_is()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var (api, stage) = await CanaryAsync(publisher);
        await Pipeline.AddRouteAsync(publisher, api, "/more");

        var run = await Pipeline.DeployAsync(publisher, stage);

        Assert.Contains(run.Notes, note => note.StartsWith("The stage dev has a canary that was made in AWS: 12.5 % of its calls go on to the deployment", StringComparison.Ordinal));
        Assert.Equal(12.5, (await LiveAsync(publisher, stage)).CanarySettings.PercentTraffic);
    }

    private static async Task<RunView> RestoreAsync(Person person, FindingView found) =>
        await person.Http.GetAsync<RunView>($"/api/v1/runs/{(await person.Http.PostAsync<RestoredDrift>($"/api/v1/drift/{found.Id}/restore", new { })).RunId}");

    private async Task<(ApiView Api, StageView Stage)> CanaryAsync(Person person)
    {
        var api = await Given.ApiAsync(person);
        var stage = await Pipeline.StageAsync(person, api);
        await Pipeline.DeployAsync(person, stage);
        var place = await Meddler.PlaceAsync(person, stage);
        await Meddler.MeddleAsync(portal, place, gateway => gateway.CreateDeploymentAsync(
            new CreateDeploymentRequest { RestApiId = place.RestApiId, StageName = "dev", CanarySettings = new() { PercentTraffic = 12.5, StageVariableOverrides = new() { ["colour"] = "theirs" } } }, Cancelled));

        return (api, stage);
    }

    private async Task<GetStageResponse> LiveAsync(Person person, StageView stage)
    {
        var place = await Meddler.PlaceAsync(person, stage);
        GetStageResponse? live = null;
        await Meddler.MeddleAsync(portal, place, async gateway => live = await gateway.GetStageAsync(new GetStageRequest { RestApiId = place.RestApiId, StageName = "dev" }, Cancelled));

        return live!;
    }
}
