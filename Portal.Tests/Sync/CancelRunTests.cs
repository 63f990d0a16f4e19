using Portal.Server.Sync;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync;

public sealed class CancelRunTests
{
    [Fact]
    public async Task What_has_not_begun_is_set_aside_at_once()
    {
        using var world = await World.NewAsync();
        var run = await world.ApprovedAsync(World.Deployed(1, "dev"));

        var view = (await CancelAsync(world, run)).Value;
        await world.ApplyAsync(run);

        Assert.Equal(RunState.Cancelled, view.State);
        Assert.Empty(world.Gateway.Writes);
        Assert.Contains("sync.cancel", await world.DeedsAsync());
    }

    [Fact]
    public async Task What_has_ended_cannot_be_cancelled()
    {
        using var world = await World.NewAsync();
        var run = await world.RunAsync(World.Deployed(1, "dev"));

        Assert.Equal("urn:portal:sync:not-now", (await CancelAsync(world, run.Id)).Refusal);
    }

    private static Task<Answer<RunView>> CancelAsync(World world, Guid run) => world.SendAsync<CancelRunHandler, CancelRun, RunView>(new CancelRun(run));
}
