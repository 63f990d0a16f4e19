using Portal.Client.Stages.Admin;
using Portal.Shared.Stages;
using Portal.Shared.Sync;

namespace Portal.Tests.Client.Stages.Admin;

public sealed class BoardPageTests : ScreenContext
{
    private static BoardView Board(params BoardRow[] rows) => new() { Stages = ["dev", "prod"], Rows = rows, Total = rows.Length };

    private static BoardRow Row() => new()
    {
        ApiId = Given.ApiId,
        Api = "Petstore",
        LatestRevision = 3,
        Stages =
        [
            Given.Stage() with { Next = "prod", IsAhead = true },
            Given.Stage() with
            {
                Id = Guid.NewGuid(),
                Name = "prod",
                Runs = Given.Stage().Runs! with { Revision = 1 },
                Before = Given.Stage().Runs,
                Lag = new StageLag("dev", 2),
                Run = new StageRun(Given.RunId, "Promote", RunState.Stopped),
            },
        ],
    };

    [Fact]
    public void What_runs_where_is_shown_with_what_is_behind_and_what_has_failed()
    {
        Portal.On<GetBoard, BoardView>(Board(Row()));

        var page = Render<BoardPage>();

        Assert.Contains("dev Revision 3", page.Words(), StringComparison.Ordinal);
        Assert.Contains("prod Revision 1 Stopped 2 releases behind dev", page.Words(), StringComparison.Ordinal);
        Assert.Equal($"apis/{Given.ApiId}/stages/{Given.StageId}/promote", page.Named("Promote dev of Petstore to prod").GetAttribute("href"));
        Assert.True(page.Has("Roll back prod of Petstore"));
        Assert.False(page.Has("Roll back dev of Petstore"));
    }

    [Fact]
    public void What_has_drifted_says_so_and_leads_there()
    {
        Portal.On<GetBoard, BoardView>(Board(Row()))
            .On<GetDriftStatus, DriftStatus>(Given.NoDrift with { OpenBySubject = new Dictionary<string, int> { [$"RestApi/{Given.ApiId}"] = 3, ["RestApi/another"] = 1 } });

        var page = Render<BoardPage>();

        Assert.Contains("Drift: 3", page.Words(), StringComparison.Ordinal);
        Assert.Contains($"RestApi%2F{Given.ApiId}", page.Named("Petstore has drifted in 3 places").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_and_a_page_stand_in_the_address()
    {
        Portal.On<GetBoard, BoardView>(Board());
        GoTo("board?q=pets&page=3");

        Render<BoardPage>();

        Assert.Equal(("pets", 50), (Portal.Last<GetBoard>().Search, Portal.Last<GetBoard>().Skip));
    }

    [Fact]
    public void An_empty_board_says_what_to_do()
    {
        Portal.On<GetBoard, BoardView>(Board());

        Assert.Contains("No stages yet", Render<BoardPage>().Words(), StringComparison.Ordinal);
    }
}
