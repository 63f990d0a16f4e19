using Bunit;
using Portal.Client.Sync.Admin;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Tests.Client.Sync.Admin;

public sealed class DriftPageTests : ScreenContext
{
    private static readonly FindingView Finding = new()
    {
        Id = Given.RunId,
        Subject = $"RestApi/{Given.ApiId}",
        SubjectName = "Petstore",
        Connection = Given.ConnectionId,
        ConnectionName = "Sandbox",
        Address = $"RestApi/{Given.ApiId}",
        Place = "/methods/GET ~1pets",
        PlaceName = "GET /pets",
        Sort = DriftSort.Changed,
        Words = ["Changes the integration of GET /pets: URI \"a\" -> \"b\"."],
        Lines = ["/methods/GET ~1pets/integration/uri: \"a\" -> \"b\""],
        FoundBy = DriftLook.Quick,
        FirstSeen = Given.Noon,
        LastSeen = Given.Noon,
        State = FindingState.Open,
        StateBy = null,
        StateAt = null,
        Who = "mallory",
        WhoAt = Given.Noon,
        WhoNote = "PutIntegration",
        Actions = [FindingAction.Restore, FindingAction.TakeOver, FindingAction.Ignore],
    };

    public DriftPageTests()
    {
        Portal.On<GetDriftStatus, DriftStatus>(Given.NoDrift with { Subjects = 3, OldestLook = Given.Noon, OldestFullLook = Given.Noon, Open = 1 });
        Portal.On<ListDrift, Page<FindingView>>(Given.Page(Finding));
    }

    [Fact]
    public void A_row_says_where_what_and_who()
    {
        var row = Render<DriftPage>().Find("tbody tr").Words();

        Assert.StartsWith("GET /pets Petstore on Sandbox Changes the integration of GET /pets: URI \"a\" -> \"b\". Member by member", row, StringComparison.Ordinal);
        Assert.Contains("Open found by the quick check mallory PutIntegration just now", row, StringComparison.Ordinal);
    }

    [Fact]
    public void It_shows_what_is_open_unless_its_address_says_otherwise()
    {
        Render<DriftPage>();
        Assert.Equal(new ListDrift { State = FindingState.Open, Skip = 0, Take = 25 }, Portal.Last<ListDrift>());

        GoTo($"drift?state=All&subject=RestApi%2F7&connection={Given.ConnectionId}&page=3");
        Render<DriftPage>();
        Assert.Equal(new ListDrift { Subject = "RestApi/7", Connection = Given.ConnectionId, Skip = 50, Take = 25 }, Portal.Last<ListDrift>());
    }

    [Fact]
    public void Without_findings_it_says_that_nothing_has_drifted()
    {
        Portal.On<ListDrift, Page<FindingView>>(Given.Page<FindingView>());

        Assert.Contains("Nothing has drifted", Render<DriftPage>().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Restoring_leads_to_the_change_set()
    {
        Portal.On<RestoreDrift, RestoredDrift>(new RestoredDrift(Given.RunId, IsEmpty: false));

        Render<DriftPage>().Named("Restore ours: GET /pets").Click();

        Assert.Equal(new RestoreDrift { Id = Finding.Id }, Portal.Last<RestoreDrift>());
        Assert.Equal($"runs/{Given.RunId}", Place);
    }

    [Fact]
    public void Taking_over_is_confirmed_and_told()
    {
        Portal.On<TakeOverDrift, TakenDrift>(new TakenDrift(["Revision 4 of Petstore holds what is there."]));
        var dialogs = DrawDialogs();
        var page = Render<DriftPage>();

        page.Named("Take theirs: GET /pets").Click();
        dialogs.WaitForAssertion(() => dialogs.Named("Take over"));
        dialogs.Named("Take over").Click();

        page.WaitForAssertion(() => Assert.Contains("Revision 4 of Petstore holds what is there.", page.Words(), StringComparison.Ordinal));
    }

    [Fact]
    public void Ignoring_is_told()
    {
        Portal.On<IgnoreDrift, FindingView>(Finding with { State = FindingState.Ignored });
        var page = Render<DriftPage>();

        page.Named("Ignore: GET /pets").Click();

        Assert.Contains("GET /pets is ignored until it changes again.", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_apply_changes_only_reads()
    {
        MayOnly(Policies.SignedIn, Policies.PreviewChanges);

        Assert.False(Render<DriftPage>().Has("Restore ours: GET /pets"));
    }

    [Fact]
    public void A_check_shows_how_far_it_is()
    {
        Portal.On<CheckDrift, DriftStatus>(Given.NoDrift with { Subjects = 3, Waiting = 2 });
        var page = Render<DriftPage>();

        page.Named("Check now").Click();

        Assert.Contains("Checking: 2 of 3 APIs and usage plans to go", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_looked_at_is_said()
    {
        Portal.On<GetDriftStatus, DriftStatus>(Given.NoDrift with { Subjects = 1, Troubles = [new DriftTrouble("RestApi/7", "Sandbox", "GetRestApi: AccessDenied: no")] });

        Assert.Contains("RestApi/7 on Sandbox could not be looked at: GetRestApi: AccessDenied: no", Render<DriftPage>().Words(), StringComparison.Ordinal);
    }
}
