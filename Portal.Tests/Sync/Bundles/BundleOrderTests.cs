using Portal.Server.Sync.Bundles;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync.Bundles;

public sealed class BundleOrderTests
{
    private static readonly Dictionary<(Guid, string), string> Nothing = [];

    [Theory]
    [InlineData(RunState.Proposed, false)]
    [InlineData(RunState.Running, false)]
    [InlineData(RunState.Stopped, false)]
    [InlineData(RunState.Done, true)]
    public void A_part_has_its_turn_when_the_one_before_it_is_done(RunState before, bool isNow) =>
        Assert.Equal(isNow, BundleOrder.Of(Item(1, 0), Parts(before), Nothing) is Turn.Now);

    [Theory]
    [InlineData(RunState.Cancelled)]
    [InlineData(RunState.Superseded)]
    public void After_one_that_is_never_done_it_never_has(RunState before) =>
        Assert.Equal(new Turn.Never("part 0"), BundleOrder.Of(Item(1, 0), Parts(before), Nothing));

    [Fact]
    public void While_a_run_about_the_same_is_on_its_way_it_waits()
    {
        var busy = new Dictionary<(Guid, string), string> { [(Guid.Empty, "RestApi/shop")] = "Deploy shop" };

        Assert.Equal(new Turn.Later("'Deploy shop'"), BundleOrder.Of(Item(1), Parts(RunState.Done), busy));
    }

    private static Dictionary<int, BundlePart> Parts(RunState first) => new()
    {
        [0] = new(Item(0), first),
        [1] = new(Item(1, 0), null),
    };

    private static BundleItem Item(int ordinal, params int[] after) => new()
    {
        BundleId = Guid.Empty,
        Ordinal = ordinal,
        Thing = "Stage/x",
        Name = $"part {ordinal}",
        TeamId = Guid.Empty,
        ConnectionId = Guid.Empty,
        Subject = "RestApi/shop",
        After = [.. after],
        State = ordinal is 0 ? BundleItemState.Proposed : BundleItemState.Waiting,
        RunId = null,
        Refusal = null,
    };
}
