using Portal.Server.Gateway;
using Portal.Server.Sync;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync;

public sealed class GetStepTextTests
{
    [Fact]
    public async Task What_is_shortened_in_the_run_can_be_had_in_full()
    {
        using var world = await World.NewAsync();
        var live = World.Deployed(1);
        world.Gateway.Holding(live);
        var run = await world.ViewAsync((await world.ProposeAsync((RestApiSpec)live[0] with { Description = new string('x', 1000) }, live[1])).Value.Id);

        var step = (await world.SendAsync<GetStepTextHandler, GetStepText, StepText>(new GetStepText(run.Id, 0))).Value;

        Assert.Contains("… (1,002 characters)", Assert.Single(run.Steps[0].Lines), StringComparison.Ordinal);
        Assert.Contains(new string('x', 1000), Assert.Single(step.Lines), StringComparison.Ordinal);
        Assert.Equal(live[0].Text, Spec.Parse(step.Before!).Text);
    }

    [Fact]
    public async Task There_is_no_step_beyond_the_last()
    {
        using var world = await World.NewAsync();
        var run = (await world.ProposeAsync(World.Deployed(1))).Value.Id;

        Assert.Equal("urn:portal:platform:not-found", (await world.SendAsync<GetStepTextHandler, GetStepText, StepText>(new GetStepText(run, 2))).Refusal);
    }
}
