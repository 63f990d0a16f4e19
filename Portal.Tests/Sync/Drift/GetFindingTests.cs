using Portal.Server.Sync.Drift;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync.Drift;

public sealed class GetFindingTests
{
    [Fact]
    public async Task It_says_what_can_be_done()
    {
        using var world = await Drifted.NewAsync();
        var finding = (await world.FindingsAsync())[0];

        var view = (await world.SendAsync<GetFindingHandler, GetFinding, FindingView>(new GetFinding(finding.Id))).Value;

        Assert.Equal([FindingAction.Restore, FindingAction.TakeOver, FindingAction.Ignore], view.Actions);
        Assert.Equal(("sandbox", "description", "CloudTrail has no change of it, yet."), (view.ConnectionName, view.PlaceName, view.WhoNote));
    }
}
