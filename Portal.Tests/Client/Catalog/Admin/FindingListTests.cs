using Bunit;
using Portal.Client.Catalog.Admin;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Tests.Client.Catalog.Admin;

public sealed class FindingListTests : ScreenContext
{
    private static readonly string[] Twenty = [.. Enumerable.Range(1, 20).Select(number => $"GET /pets{number}")];

    private RevisedApi? _revised;

    public FindingListTests() => Portal.On<EditRoutes, RevisedApi>(Given.Revised(4));

    [Fact]
    public void A_finding_has_place_and_remedy()
    {
        var list = Draw(Given.Finding("path-characters", FindingLevel.Error, "GET /pets"));

        Assert.StartsWith("Error Something about path-characters. Mend it. Line 12 /paths/~1pets/get path-characters GET /pets", list.Find("li").Words(), StringComparison.Ordinal);
        Assert.Equal($"apis/{Given.ApiId}?tab=document&line=12", list.Named("Line 12").GetAttribute("href"));
    }

    [Fact]
    public async Task One_click_leaves_operations_out()
    {
        var list = Draw(Given.Finding("path-characters", FindingLevel.Error, Twenty));

        await list.Named("Leave these 20 operations out").ClickAsync();

        Assert.Equal(Twenty, Assert.IsType<RouteEdit.LeaveOut>(Assert.Single(Portal.Last<EditRoutes>().Edits)).Operations);
        Assert.Equal(4, _revised!.Api.Latest.Number);
    }

    [Fact]
    public async Task One_click_leaves_the_operations_of_several_findings_out()
    {
        var list = Draw(
            Given.Finding("path-characters", FindingLevel.Error, "GET /a", "GET /b"),
            Given.Finding("path-partial-parameter", FindingLevel.Error, "GET /b", "GET /c"),
            Given.Finding("integration-missing", FindingLevel.Error, "GET /d"));

        await list.Named("Leave all 3 of these operations out").ClickAsync();

        Assert.Equal(["GET /a", "GET /b", "GET /c"], Assert.IsType<RouteEdit.LeaveOut>(Assert.Single(Portal.Last<EditRoutes>().Edits)).Operations);
    }

    [Fact]
    public async Task They_can_be_taken_back()
    {
        var list = Draw(Given.Finding("left-out", FindingLevel.Info, "GET /a", "GET /b"));

        await list.Named("Take them back in").ClickAsync();

        Assert.Equal(["GET /a", "GET /b"], Assert.IsType<RouteEdit.TakeBack>(Assert.Single(Portal.Last<EditRoutes>().Edits)).Operations);
    }

    [Theory]
    [InlineData("Require an API key instead", AtGateway.ApiKey)]
    [InlineData("They are open, the backend checks", AtGateway.Open)]
    public async Task An_unknown_scheme_is_settled_by_its_name(string button, AtGateway settled)
    {
        var list = Draw(Given.Finding("security-unknown", FindingLevel.Error, "GET /a") with { Pointer = "/components/securitySchemes/O~1Auth" });

        await list.Named(button).ClickAsync();

        Assert.Equal(new RouteEdit.SettleSecurity { Scheme = "O/Auth", AtGateway = settled }, Assert.Single(Portal.Last<EditRoutes>().Edits));
    }

    [Fact]
    public async Task A_default_integration_is_chosen_in_two_clicks()
    {
        var dialogs = DrawDialogs();
        var list = Draw(Given.Finding("integration-missing", FindingLevel.Error, "GET /a"));

        var choosing = list.Named("Choose what answers them").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.Contains("What answers by default", dialogs.Words(), StringComparison.Ordinal));
        await dialogs.Find("form").SubmitAsync();
        await choosing;

        Assert.Equal(new RouteEdit.SetDefaultIntegration { Integration = new DefaultIntegrationView.Mock { Status = 200 } }, Assert.Single(Portal.Last<EditRoutes>().Edits));
    }

    [Fact]
    public void A_reader_sees_and_does_nothing()
    {
        MayOnly(Policies.ReadCatalog);

        Assert.Empty(Draw(Given.Finding("path-characters", FindingLevel.Error, Twenty)).FindAll("button"));
    }

    [Fact]
    public void What_was_found_in_an_earlier_revision_is_not_mended() => Assert.Empty(Draw(2, Given.Finding("path-characters", FindingLevel.Error, Twenty)).FindAll("button"));

    private IRenderedComponent<FindingList> Draw(params Finding[] findings) => Draw(3, findings);

    private IRenderedComponent<FindingList> Draw(int revision, params Finding[] findings) => Render<FindingList>(parameters => parameters
        .Add(list => list.Api, Given.Api())
        .Add(list => list.Revision, revision)
        .Add(list => list.Findings, findings)
        .Add(list => list.OnRevised, revised => _revised = revised));
}
