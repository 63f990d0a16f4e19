using Portal.Server.Sync.Drift;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync.Drift;

public sealed class GetDriftStatusTests
{
    [Fact]
    public async Task It_counts_what_is_looked_after_and_what_was_found()
    {
        using var world = await Drifted.NewAsync();
        await world.SendAsync<IgnoreDriftHandler, IgnoreDrift, FindingView>(new IgnoreDrift((await world.FindingsAsync())[0].Id));

        var status = (await world.SendAsync<GetDriftStatusHandler, GetDriftStatus, DriftStatus>(new GetDriftStatus())).Value;

        Assert.Equal((1, 0, 0, 1, 1), (status.Subjects, status.Waiting, status.Unseen, status.Open, status.Ignored));
        Assert.NotNull(status.OldestFullLook);
        Assert.Empty(status.Troubles);
    }
}
