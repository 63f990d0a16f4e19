using Bunit;
using Portal.Client.Catalog.Admin;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Stages;

namespace Portal.Tests.Client.Catalog.Admin;

public sealed class ApiPageTests : ScreenContext
{
    public ApiPageTests() => Portal
        .On<GetApi, ApiView>(Given.Api())
        .On<GetRoutes, RoutesView>(Given.Routes(Given.Route("GET", "/pets")))
        .On<GetFindings, FindingsView>(Given.Findings())
        .On<ListRevisions, Page<RevisionView>>(Given.Page(Given.Revision()))
        .On<ListStages, Page<StageView>>(Given.Page<StageView>()).On<ListPromotions, Page<PromotionView>>(Given.Page<PromotionView>())
        .On<ListConnections, Page<ConnectionView>>(Given.Page(Given.Connection()))
        .On<GetStageAddress, StageAddressView>(Given.Address)
        .On<GetRevision, RevisionText>(_ => new RevisionText { Revision = Given.Revision(), Text = "{\n  \"openapi\": \"3.0.0\"\n}" });

    [Fact]
    public void The_head_says_what_it_is()
    {
        var page = Draw();

        Assert.Equal("Petstore Draft", page.Find("h1").Words());
        Assert.Contains("Payments · REST, regional · revision 3", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_is_said()
    {
        Portal.Refuses<GetApi, ApiView>(Given.Refusal(RefusalKind.NotFound, "urn:portal:platform:not-found", "There is no such thing."));

        Assert.Contains("There is no such thing.", Draw().Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_runs_nowhere_offers_its_first_deployment()
    {
        var page = Draw();

        Assert.Equal("dev", page.Labelled("Name of the new stage").GetAttribute("value"));
        Assert.True(page.Has("Preview changes"));
    }

    [Fact]
    public void Errors_come_before_a_deployment()
    {
        Portal
            .On<GetApi, ApiView>(Given.Api() with { Findings = new(1, 0, 0) })
            .On<GetFindings, FindingsView>(Given.Findings(Given.Finding("integration-missing", FindingLevel.Error, "GET /pets")));

        var page = Draw();

        Assert.True(page.Named("Deploy").HasAttribute("disabled"));
        Assert.False(page.Has("Preview changes"));
        Assert.True(page.Has("Choose what answers them"));
    }

    [Fact]
    public void A_stage_shows_what_it_runs_and_where_it_is_called()
    {
        Portal
            .On<GetApi, ApiView>(Given.Api() with { Stages = [new ApiStage { Id = Given.StageId, Name = "dev", Connection = "Sandbox", Runs = 3 }] })
            .On<ListStages, Page<StageView>>(Given.Page(Given.Stage()));

        var card = Draw().Find("article").Words();

        Assert.Contains("dev Revision 3 on Sandbox", card, StringComparison.Ordinal);
        Assert.Contains(Given.Address.InvokeUrl, card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("routes", "/pets")]
    [InlineData("revisions", "Uploaded as petstore.json")]
    [InlineData("findings", "API Gateway takes the document as it is.")]
    [InlineData("document", "Download")]
    public void Each_part_has_an_address(string tab, string words)
    {
        GoTo($"apis/{Given.ApiId}?tab={tab}");

        Assert.Contains(words, Draw().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_told_with_what_it_causes_and_taken_back()
    {
        Portal
            .On<EditRoutes, RevisedApi>(Given.Revised(4) with { Caused = [Given.Finding("integration-missing", FindingLevel.Error, "GET /pets")] })
            .On<RestoreRevision, RevisedApi>(Given.Revised(5));
        GoTo($"apis/{Given.ApiId}?tab=routes");
        var dialogs = DrawDialogs();
        var page = Draw();

        var removing = page.Named("Remove GET /pets").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.True(dialogs.Has("Remove")));
        await dialogs.Named("Remove").ClickAsync();
        await removing;

        Assert.Contains("Saved as revision 4", page.Words(), StringComparison.Ordinal);
        Assert.Contains("It causes a finding: Error Something about integration-missing. Mend it.", page.Words(), StringComparison.Ordinal);

        await page.Named("Undo").ClickAsync();

        Assert.Equal((3, 4), (Portal.Last<RestoreRevision>().Number, Portal.Last<RestoreRevision>().BaseRevision));
        Assert.Contains("Saved as revision 5", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_revision_can_be_gone_back_to()
    {
        Portal.On<ListRevisions, Page<RevisionView>>(Given.Page(Given.Revision(3), Given.Revision(2))).On<RestoreRevision, RevisedApi>(Given.Revised(4));
        GoTo($"apis/{Given.ApiId}?tab=revisions");
        var dialogs = DrawDialogs();
        var page = Draw();

        Assert.False(page.Has("Go back to revision 3"));
        var going = page.Named("Go back to revision 2").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.True(dialogs.Has("Go back")));
        await dialogs.Named("Go back").ClickAsync();
        await going;

        Assert.Equal((2, 3), (Portal.Last<RestoreRevision>().Number, Portal.Last<RestoreRevision>().BaseRevision));
    }

    [Fact]
    public void An_earlier_revision_is_shown_as_such()
    {
        GoTo($"apis/{Given.ApiId}?tab=findings&revision=2");

        Assert.Contains("This is revision 2; the latest is 3.", Draw().Words(), StringComparison.Ordinal);
        Assert.Equal(2, Portal.Last<GetFindings>().Number);
    }

    [Fact]
    public void A_reader_is_offered_no_deed()
    {
        MayOnly(Policies.ReadCatalog);

        var page = Draw();

        Assert.False(page.Has("Deploy") || page.Has("Settings") || page.Has("Preview changes"));
    }

    private IRenderedComponent<ApiPage> Draw() => Render<ApiPage>(parameters => parameters.Add(page => page.Id, Given.ApiId));
}
