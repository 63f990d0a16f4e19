using Portal.Server.Sync.Drift;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync.Drift;

public sealed class ReopenDriftTests
{
    [Fact]
    public async Task What_was_ignored_is_taken_up_again()
    {
        using var world = await Drifted.NewAsync();
        var id = (await world.FindingsAsync())[0].Id;
        await world.SendAsync<IgnoreDriftHandler, IgnoreDrift, FindingView>(new IgnoreDrift(id));

        var view = (await world.SendAsync<ReopenDriftHandler, ReopenDrift, FindingView>(new ReopenDrift(id))).Value;

        Assert.Equal((FindingState.Open, null), (view.State, view.StateAt));
        Assert.Equal("sync.reopen-drift", (await world.DeedsAsync())[^1]);
    }
}
