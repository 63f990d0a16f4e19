using Portal.Server.Gateway;
using Portal.Server.Sync.Drift;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync.Drift;

public sealed class RestoreDriftTests
{
    [Fact]
    public async Task One_place_is_brought_back_and_the_others_are_left()
    {
        using var world = await Drifted.NewAsync();
        var description = (await world.FindingsAsync())[0];

        var run = await RestoreAsync(world, new RestoreDrift { Id = description.Id });

        Assert.Equal(["Restore description of shop"], new[] { run.Title });
        Assert.Equal(("With 3", 2), (Drifted.Api(world).Description, Drifted.Api(world).Methods.Count));
        await world.RoundAsync();
        Assert.Equal([FindingState.Resolved, FindingState.Open], (await world.FindingsAsync()).Select(finding => finding.State));
    }

    [Fact]
    public async Task All_that_is_open_of_a_thing_is_brought_back_at_once()
    {
        using var world = await Drifted.NewAsync();

        await RestoreAsync(world, new RestoreDrift { Id = (await world.FindingsAsync())[0].Id, All = true });

        Assert.Equal(World.Deployed(3)[0].Text, Drifted.Api(world).Text);
        await world.RoundAsync();
        Assert.All(await world.FindingsAsync(), finding => Assert.Equal(FindingState.Resolved, finding.State));
    }

    [Fact]
    public async Task A_stage_that_is_gone_comes_back_with_what_it_served()
    {
        using var world = await Drifted.NewAsync();
        world.Gateway.Remove(new Address(Kind.Stage, "prod"));
        await world.CheckAsync();

        await RestoreAsync(world, new RestoreDrift { Id = (await world.FindingsAsync()).Single(finding => finding.PlaceName == "stage prod").Id });

        Assert.Equal(DeploymentSpec.IdOf((RestApiSpec)World.Deployed(3)[0]), ((StageSpec)world.Gateway.State.Find(new Address(Kind.Stage, "prod"))!).Deployment);
        Assert.Equal("Theirs", Drifted.Api(world).Description);
    }

    [Fact]
    public async Task An_API_that_is_gone_comes_back_whole()
    {
        using var world = await Drifted.NewAsync();
        await world.Gateway.DeleteAsync(Drifted.Api(world), World.Cancelled);
        await world.CheckAsync();

        await RestoreAsync(world, new RestoreDrift { Id = (await world.FindingsAsync()).Single(finding => finding.State is FindingState.Open).Id });

        Assert.Equal(World.Deployed(3, "dev", "prod").Select(spec => spec.Text).Order(), world.Gateway.State.Specs.Select(spec => spec.Text).Order());
    }

    [Fact]
    public async Task The_change_set_says_what_it_takes_away_from_whom()
    {
        using var world = await Drifted.NewAsync();

        var run = await ProposeAsync(world, new RestoreDrift { Id = (await world.FindingsAsync())[0].Id });

        Assert.Equal(RunState.Proposed, run.State);
        Assert.Contains("description: Changes the description: \"With 3\" -> \"Theirs\". Who did it is not known, seen first at", Assert.Single(run.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_open_is_not_restored()
    {
        using var world = await Drifted.NewAsync();
        var id = (await world.FindingsAsync())[0].Id;
        await world.SendAsync<IgnoreDriftHandler, IgnoreDrift, FindingView>(new IgnoreDrift(id));

        Assert.Equal("urn:portal:sync:finding-not-open", (await world.SendAsync<RestoreDriftHandler, RestoreDrift, RestoredDrift>(new RestoreDrift { Id = id })).Refusal);
    }

    private static async Task<RunView> ProposeAsync(World world, RestoreDrift request) =>
        await world.ViewAsync((await world.SendAsync<RestoreDriftHandler, RestoreDrift, RestoredDrift>(request)).Value.RunId);

    private static async Task<RunView> RestoreAsync(World world, RestoreDrift request)
    {
        var proposed = await ProposeAsync(world, request);
        _ = (await world.ApproveAsync(proposed.Id)).Value;
        await world.ApplyAsync(proposed.Id);
        var run = await world.ViewAsync(proposed.Id);
        Assert.True(run.State is RunState.Done, run.Outcome);

        return run;
    }
}
