using Portal.Server.Sync.Drift;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync.Drift;

public sealed class IgnoreDriftTests
{
    [Fact]
    public async Task It_is_written_down_who_said_that_it_is_well()
    {
        using var world = await Drifted.NewAsync();
        var id = (await world.FindingsAsync())[0].Id;

        var view = (await world.SendAsync<IgnoreDriftHandler, IgnoreDrift, FindingView>(new IgnoreDrift(id))).Value;

        Assert.Equal((FindingState.Ignored, world.Clock.GetUtcNow()), (view.State, view.StateAt));
        Assert.Equal([FindingAction.Reopen], view.Actions);
        Assert.Equal("sync.ignore-drift", (await world.DeedsAsync())[^1]);
    }

    [Fact]
    public async Task What_has_settled_itself_cannot_be_ignored()
    {
        using var world = await Drifted.NewAsync();
        var id = (await world.FindingsAsync())[0].Id;
        world.Gateway.Set((Portal.Server.Gateway.RestApiSpec)World.Deployed(3)[0]);
        await world.CheckAsync();

        Assert.Equal("urn:portal:sync:finding-not-open", (await world.SendAsync<IgnoreDriftHandler, IgnoreDrift, FindingView>(new IgnoreDrift(id))).Refusal);
    }
}
