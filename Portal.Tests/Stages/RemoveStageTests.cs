using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Platform;
using Portal.Server.Sync;
using Portal.Shared;
using Portal.Shared.Sync;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Stages;

public sealed class RemoveStageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stage_that_never_ran_anything_can_be_removed()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher));

        using var removed = await publisher.Http.DeleteAsync($"/api/v1/stages/{stage.Id}?version={stage.Version}", Cancelled);

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
    }

    [Fact]
    public async Task Where_something_was_deployed_the_API_and_its_stage_stay()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var stage = await Pipeline.StageAsync(publisher, api);
        await Pipeline.DeployAsync(publisher, stage);

        await publisher.Http.DeleteAsync($"/api/v1/stages/{stage.Id}?version={stage.Version}", Cancelled).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:stages:has-run");
        await publisher.Http.DeleteAsync($"/api/v1/apis/{api.Id}?version={api.Version}", Cancelled).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:catalog:still-runs");
        await publisher.Http.SendAsync(HttpMethod.Put, $"/api/v1/apis/{api.Id}", new { api.Name, api.Description, status = "Retired", teamId = api.Team.Id, api.Version })
            .RefusedAsync(HttpStatusCode.Conflict, "urn:portal:catalog:still-runs");
    }

    [Fact]
    public async Task What_is_proposed_for_a_removed_stage_is_set_aside()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var stage = await Pipeline.StageAsync(publisher, api);
        var run = await Pipeline.ProposeAsync(publisher, stage);

        using var removed = await publisher.Http.DeleteAsync($"/api/v1/stages/{stage.Id}?version={stage.Version}", Cancelled);

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await ApproveAsync(publisher, run).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:sync:not-now");
        Assert.Equal(RunState.Superseded, (await publisher.Http.GetAsync<RunView>($"/api/v1/runs/{run.Id}")).State);
    }

    [Fact]
    public async Task What_is_proposed_for_a_deleted_API_is_set_aside()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var run = await Pipeline.ProposeAsync(publisher, await Pipeline.StageAsync(publisher, api));

        using var deleted = await publisher.Http.DeleteAsync($"/api/v1/apis/{api.Id}?version={api.Version}", Cancelled);

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(RunState.Superseded, (await publisher.Http.GetAsync<RunView>($"/api/v1/runs/{run.Id}")).State);
    }

    [Theory]
    [InlineData(RunState.Approved)]
    [InlineData(RunState.Running)]
    public async Task While_a_run_for_it_is_on_its_way_nothing_is_removed(RunState state)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var stage = await Pipeline.StageAsync(publisher, api);
        var run = await Pipeline.ProposeAsync(publisher, stage);
        await SetAsync(run, state);

        await publisher.Http.DeleteAsync($"/api/v1/stages/{stage.Id}?version={stage.Version}", Cancelled).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:sync:still-at-work");
        await publisher.Http.DeleteAsync($"/api/v1/apis/{api.Id}?version={api.Version}", Cancelled).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:sync:still-at-work");
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("retry")]
    public async Task What_slipped_in_beside_a_removal_is_not_begun(string deed)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher));
        var run = await Pipeline.ProposeAsync(publisher, stage);
        using var removed = await publisher.Http.DeleteAsync($"/api/v1/stages/{stage.Id}?version={stage.Version}", Cancelled);
        await SetAsync(run, deed is "approve" ? RunState.Proposed : RunState.Stopped);

        await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/runs/{run.Id}/{deed}", new { fingerprint = run.Fingerprint, version = run.Version + 1 })
            .RefusedAsync(HttpStatusCode.Conflict, "urn:portal:stages:gone");
    }

    private static Task<HttpResponseMessage> ApproveAsync(Person person, RunView run) =>
        person.Http.SendAsync(HttpMethod.Post, $"/api/v1/runs/{run.Id}/approve", new { fingerprint = run.Fingerprint, version = run.Version });

    /// <summary>As the engine would leave it; nothing wakes the engine.</summary>
    private async Task SetAsync(RunView run, RunState state)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<ChangeRun>()
            .Where(row => row.Id == run.Id)
            .ExecuteUpdateAsync(rows => rows.SetProperty(row => row.State, state), Cancelled);
    }
}
