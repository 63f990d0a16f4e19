using Portal.Server.Sync.Drift;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync.Drift;

public sealed class ListDriftTests
{
    [Fact]
    public async Task What_is_open_comes_first_and_can_be_asked_for_alone()
    {
        using var world = await Drifted.NewAsync();
        await world.SendAsync<IgnoreDriftHandler, IgnoreDrift, FindingView>(new IgnoreDrift((await world.FindingsAsync())[0].Id));

        Assert.Equal([FindingState.Open, FindingState.Ignored], (await ListAsync(world, new ListDrift())).Items.Select(finding => finding.State));
        Assert.Equal(["GET /1"], (await ListAsync(world, new ListDrift { State = FindingState.Open })).Items.Select(finding => finding.PlaceName));
        Assert.Equal(0, (await ListAsync(world, new ListDrift { Subject = "RestApi/other" })).Total);
        Assert.Equal(0, (await ListAsync(world, new ListDrift { Connection = Guid.NewGuid() })).Total);
    }

    [Fact]
    public async Task Nobody_sees_what_belongs_to_another_team()
    {
        using var world = await Drifted.NewAsync();
        var stranger = world.Operator with { Teams = [Guid.NewGuid()] };

        Assert.Equal(0, (await world.InScopeAsync(async services => (await Drifted.Make<ListDriftHandler>(services).HandleAsync(new ListDrift(), stranger, World.Cancelled)).Value)).Total);
    }

    private static async Task<Page<FindingView>> ListAsync(World world, ListDrift request) => (await world.SendAsync<ListDriftHandler, ListDrift, Page<FindingView>>(request)).Value;
}
