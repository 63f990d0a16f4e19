using Portal.Server.Gateway;
using Portal.Shared;
using Portal.Shared.Sync;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Sync;

public sealed class ChangeRunsTests
{
    [Fact]
    public async Task A_proposal_writes_nothing_to_the_gateway()
    {
        using var world = await World.NewAsync();

        var run = await world.ViewAsync((await world.ProposeAsync(World.Deployed(2, "dev"))).Value.Id);

        Assert.Equal(RunState.Proposed, run.State);
        Assert.Equal(["Read this."], run.Notes);
        Assert.Equal(["Creates the API shop (REGIONAL) with 2 routes.", $"Deploys the definition as {run.Steps[1].Address["Deployment/".Length..]}."], run.Steps.Take(2).Select(step => step.Headline));
        Assert.Contains("Adds GET /1, a mock that answers 200.", run.Steps[0].Details);
        Assert.Empty(world.Gateway.Writes);
    }

    [Fact]
    public async Task A_later_proposal_takes_the_place_of_an_earlier_one()
    {
        using var world = await World.NewAsync();
        var earlier = (await world.ProposeAsync(World.Deployed(1, "dev"))).Value.Id;

        var later = (await world.ProposeAsync(World.Deployed(2, "dev"))).Value.Id;

        Assert.Equal(RunState.Superseded, (await world.ViewAsync(earlier)).State);
        Assert.Equal(RunState.Proposed, (await world.ViewAsync(later)).State);
        Assert.Equal("urn:portal:sync:not-now", (await world.ApproveAsync(earlier)).Refusal);
    }

    [Fact]
    public async Task What_is_as_it_should_be_is_done_at_once_and_heard_of()
    {
        using var world = await World.NewAsync();
        world.Gateway.Holding(World.Deployed(1, "dev"));

        var proposed = (await world.ProposeAsync(World.Deployed(1, "dev"))).Value;

        Assert.True(proposed.IsEmpty);
        Assert.Equal(RunState.Done, (await world.ViewAsync(proposed.Id)).State);
        Assert.Contains(Ear.Deed, await world.DeedsAsync());
    }

    [Fact]
    public async Task A_gateway_that_refuses_is_quoted()
    {
        using var world = await World.NewAsync();
        world.Gateway.Before = _ => throw World.Refusal(GatewayRefusal.Denied);

        var refusal = Assert.IsType<Answer<ProposedRun>.Refused>(await world.ProposeAsync(World.Deployed(1, "dev"))).Refusal;

        Assert.Equal(RefusalKind.Upstream, refusal.Kind);
        Assert.Contains("AWS's own words", refusal.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployment_that_cannot_be_made_of_the_definition_is_refused()
    {
        using var world = await World.NewAsync();
        var (old, now) = (World.Deployed(1), World.Deployed(2));
        world.Gateway.Holding(now[0]);

        var answer = await world.ProposeAsync(now[0], old[1], Given.Stage("dev", (RestApiSpec)old[0]));

        Assert.Equal("urn:portal:sync:deployment-gone", answer.Refusal);
    }

    [Fact]
    public async Task A_read_only_connection_can_be_proposed_against()
    {
        using var world = await World.NewAsync();
        await world.SetWritableAsync(false);

        var run = (await world.ProposeAsync(World.Deployed(1, "dev"))).Value.Id;

        Assert.Equal("urn:portal:sync:read-only-connection", (await world.ApproveAsync(run)).Refusal);
    }
}
