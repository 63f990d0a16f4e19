using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Gateway;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync;

public sealed class StartRunTests
{
    [Fact]
    public async Task What_is_started_is_approved_by_whoever_proposed_it()
    {
        using var world = await World.NewAsync();
        var run = (await StartAsync(world, world.Proposal(World.Deployed(1, "dev")))).Value.Id;

        Assert.Equal((RunState.Approved, world.Operator.Id.ToString()), ((await world.ViewAsync(run)).State, (await world.ViewAsync(run)).ApprovedBy));
        Assert.Equal(["sync.propose", "sync.approve"], await world.DeedsAsync());
    }

    [Fact]
    public async Task What_destroys_is_not_started()
    {
        using var world = await World.NewAsync();
        world.Gateway.Holding(World.Deployed(1, "dev"));

        Assert.Equal("urn:portal:sync:name-not-typed", (await StartAsync(world, world.Proposal(World.Deployed(1)))).Refusal);
        Assert.Empty((await world.ListAsync(new ListRuns())).Items);
    }

    [Fact]
    public async Task On_a_read_only_connection_nothing_is_started()
    {
        using var world = await World.NewAsync();
        await world.SetWritableAsync(false);

        Assert.Equal("urn:portal:sync:read-only-connection", (await StartAsync(world, world.Proposal(World.Deployed(1, "dev")))).Refusal);
    }

    [Fact]
    public async Task Where_nothing_differs_it_is_done_at_once()
    {
        using var world = await World.NewAsync();
        world.Gateway.Holding(World.Deployed(1, "dev"));

        var started = (await StartAsync(world, world.Proposal(World.Deployed(1, "dev")))).Value;

        Assert.True(started.IsEmpty);
        Assert.Equal(RunState.Done, (await world.ViewAsync(started.Id)).State);
    }

    [Fact]
    public async Task What_is_not_named_stays_as_it_is_where_the_proposal_says_so()
    {
        using var world = await World.NewAsync();
        world.Gateway.Holding(World.Deployed(1, "dev", "prod"));
        var dev = world.Gateway.State.Specs.OfType<StageSpec>().Single(stage => stage.Name is "dev") with { Variables = new SortedMap<string>([new("colour", "green")]) };

        var run = (await StartAsync(world, world.Proposal(dev) with { LeavesTheRest = true })).Value.Id;

        Assert.Equal(StepAction.Update, Assert.Single((await world.ViewAsync(run)).Steps).Action);
    }

    [Fact]
    public async Task The_latest_runs_of_an_API_are_told_newest_first()
    {
        using var world = await World.NewAsync();
        var first = await world.RunAsync(World.Deployed(1, "dev"));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = (await world.ProposeAsync(World.Deployed(2, "dev"))).Value.Id;

        var glances = await world.InScopeAsync(services => services.GetRequiredService<IChangeRuns>().LatelyAsync([new Address(Kind.RestApi, "shop"), new Address(Kind.RestApi, "other")], World.Cancelled));

        Assert.Equal([(second, RunState.Proposed), (first.Id, RunState.Done)], glances.Select(glance => (glance.Id, glance.State)));
        Assert.Equal(["dev", "prod"], glances[0].Parts);
    }

    private static Task<Answer<ProposedRun>> StartAsync(World world, Proposal proposal) =>
        world.InScopeAsync(services => services.GetRequiredService<IChangeRuns>().StartAsync(proposal, World.Cancelled));
}
