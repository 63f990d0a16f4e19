using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync;

public sealed class ListRunsTests
{
    [Fact]
    public async Task The_newest_comes_first()
    {
        using var world = await World.NewAsync();
        await world.RunAsync(World.Deployed(1, "dev"));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var newest = (await world.ProposeAsync(World.Deployed(2, "dev"))).Value.Id;

        var page = await world.ListAsync(new ListRuns { Take = 1 });

        Assert.Equal(2, page.Total);
        Assert.Equal(newest, Assert.Single(page.Items).Id);
        Assert.Equal(new Progress(0, 3), page.Items[0].Progress);
    }

    [Fact]
    public async Task Only_what_was_asked_for_is_listed()
    {
        using var world = await World.NewAsync();
        var done = await world.RunAsync(World.Deployed(1, "dev"));
        await world.ProposeAsync(World.Deployed(2, "dev"));

        Assert.Equal(done.Id, Assert.Single((await world.ListAsync(new ListRuns { State = RunState.Done, Connection = world.Connection, Subject = "RestApi/shop" })).Items).Id);
        Assert.Empty((await world.ListAsync(new ListRuns { Subject = "RestApi/bank" })).Items);
        Assert.Empty((await world.ListAsync(new ListRuns { Connection = Guid.CreateVersion7() })).Items);
    }

    [Fact]
    public async Task Runs_of_other_teams_are_not_there()
    {
        using var world = await World.NewAsync();
        await world.ProposeAsync(World.Deployed(1, "dev"));

        Assert.Equal(0, (await world.ListAsync(new ListRuns(), world.Operator with { Teams = [Guid.CreateVersion7()] })).Total);
        Assert.Equal(1, (await world.ListAsync(new ListRuns(), world.Operator with { Roles = Role.Auditor, Teams = [] })).Total);
    }
}
