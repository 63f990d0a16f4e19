using Portal.Shared;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Stages;

public sealed class GetBoardTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Each_stage_says_what_it_runs_how_far_it_is_behind_and_what_waits()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var (dev, test) = (await Pipeline.StageAsync(publisher, api, "dev"), await Pipeline.StageAsync(publisher, api, "test"));
        await Pipeline.StageAsync(publisher, api, "prod");
        await Pipeline.DeployAsync(publisher, dev);
        await Pipeline.PromoteAsync(publisher, dev);
        api = await Pipeline.AddRouteAsync(publisher, api, "/two");
        await Pipeline.DeployAsync(publisher, dev);
        await Pipeline.AddRouteAsync(publisher, api, "/three");
        await Pipeline.DeployAsync(publisher, dev);
        var waits = await Pipeline.ProposePromotionAsync(publisher, test);

        var board = await publisher.Http.GetAsync<BoardView>("/api/v1/board");

        Assert.Equal(["dev", "test", "prod"], board.Stages);
        var row = Assert.Single(board.Rows);
        Assert.Equal((api.Name, 3, 1), (row.Api, row.LatestRevision, board.Total));
        Assert.Equal([("dev", 3, null), ("test", 1, new StageLag("dev", 2)), ("prod", 0, null)], row.Stages.Select(stage => (stage.Name, stage.Runs?.Revision ?? 0, stage.Lag)));
        Assert.Equal([true, true, false], row.Stages.Select(stage => stage.IsAhead));
        Assert.Equal(["test", "prod", null], row.Stages.Select(stage => stage.Next));
        Assert.Equal([2, 0, 0], row.Stages.Select(stage => stage.Before?.Revision ?? 0));
        Assert.Equal(new StageRun(waits.Id, waits.Title, RunState.Proposed), row.Stages[2].Run);
        Assert.All(row.Stages.Take(2), stage => Assert.Null(stage.Run));
    }

    [Fact]
    public async Task What_never_ran_in_the_stage_before_is_not_counted()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var (dev, prod) = (await Pipeline.StageAsync(publisher, api, "dev"), await Pipeline.StageAsync(publisher, api, "prod"));
        await Pipeline.DeployAsync(publisher, dev);
        await Pipeline.AddRouteAsync(publisher, api, "/two");
        await Pipeline.DeployAsync(publisher, prod);

        Assert.Equal(new StageLag("dev", null), (await Pipeline.StageAsync(publisher, prod.Id)).Lag);
    }

    [Fact]
    public async Task It_is_searched_and_read_page_by_page()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);

        foreach (var name in new[] { "Orders", "Payments", "Pets 100%", "Without a stage" })
        {
            var api = await Given.ApiAsync(publisher, name);

            if (name is not "Without a stage")
            {
                await Pipeline.StageAsync(publisher, api);
            }
        }

        Assert.Equal(["Orders", "Payments", "Pets 100%"], await NamesAsync(publisher, ""));
        Assert.Equal(["Payments"], await NamesAsync(publisher, "?skip=1&take=1"));
        Assert.Equal(["Pets 100%"], await NamesAsync(publisher, "?search=0%25"));
        Assert.Empty(await NamesAsync(publisher, "?search=_"));
    }

    [Fact]
    public async Task Of_another_team_nothing_is_shown()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher));

        Assert.Empty(await NamesAsync(await portal.PersonAsync(Role.Publisher), ""));
    }

    private static async Task<IEnumerable<string>> NamesAsync(Person person, string query) =>
        (await person.Http.GetAsync<BoardView>($"/api/v1/board{query}")).Rows.Select(row => row.Api);
}
