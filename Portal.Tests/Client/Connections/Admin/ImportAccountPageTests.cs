using Bunit;
using Portal.Client.Connections.Admin;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Identity;

namespace Portal.Tests.Client.Connections.Admin;

public sealed class ImportAccountPageTests : ScreenContext
{
    private static readonly Guid Run = Guid.Parse("00000000-0000-0000-0000-0000000000aa");
    private static readonly TeamView Team = new(Guid.Parse("00000000-0000-0000-0000-0000000000bb"), "Pets");

    private static readonly ImportPreview Preview = new()
    {
        RestApis = [Api("a1", "Pets", FoundStanding.New), Api("b2", "Shop", FoundStanding.Ours), Api("c3", "Stack", FoundStanding.New) with { OwnedBy = "the CloudFormation stack shop" }],
        UsagePlans = [new() { AwsId = "p1", Name = "gold", Stages = ["prod of Pets"], RestApis = ["a1"], Standing = FoundStanding.New, PlanId = null, OwnedBy = null }],
        WebSocketApis = [Api("w1", "Chat", FoundStanding.Imported)],
        Keys = 140,
        Gone = [new("Stage", "dev of Old")],
        ToAdopt = 0,
        Writable = true,
    };

    [Fact]
    public void What_is_there_is_told_and_what_is_new_is_chosen()
    {
        var page = Draw(Preview);

        Assert.Contains("3 REST APIs, 0 HTTP APIs, 1 WebSocket API (2 new), 1 usage plan, 140 API keys.", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["Import Pets", "Import Stack", "Import the usage plan gold"], page.FindAll("tbody input[checked]").Select(box => box.GetAttribute("aria-label")));
        Assert.Contains("Belongs to the CloudFormation stack shop", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Stage dev of Old", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Chat", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_account_is_shown_at_once_and_looked_at_as_time_goes_by()
    {
        var rest = new TaskCompletionSource<Answer<ImportPreview>>();
        var first = Preview with { RestApis = [Api("a1", "Pets", FoundStanding.New), Api("b2", "Shop", FoundStanding.New) with { Stages = [], IsLooked = false }], Apis = 3, Looked = 1 };
        Portal.On<GetConnection, ConnectionView>(Given.Connection("Production"));
        Portal.On<ListTeams, Page<TeamView>>(Given.Page(Team));
        Portal.OnLater<PreviewImport, ImportPreview>(request => request.LeftOut is 0 ? Task.FromResult<Answer<ImportPreview>>(first) : rest.Task);
        var page = Render<ImportAccountPage>(parameters => parameters.Add(page => page.Id, Given.ConnectionId));

        page.WaitForAssertion(() => Assert.Contains("The stages of 1 of 3 APIs were looked at; the others follow. Nobody has to wait for it", page.Find("label.progress").Words(), StringComparison.Ordinal));
        Assert.Contains("not looked at yet", page.Words(), StringComparison.Ordinal);
        Assert.True(page.Has("Import and adopt"));

        rest.SetResult(first with { RestApis = [Api("b2", "Shop", FoundStanding.New) with { Stages = ["live"] }], WebSocketApis = [], Gone = [new("Stage", "test of Shop")], Looked = 3 });

        page.WaitForAssertion(() => Assert.Contains("live", page.Words(), StringComparison.Ordinal));
        Assert.Contains("Stage test of Shop", page.Words(), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("label.progress"));
        Assert.Equal(1, Portal.Asked.OfType<PreviewImport>().Last().LeftOut);
    }

    [Fact]
    public async Task One_click_imports_and_leads_to_the_adoption()
    {
        Portal.On<ImportAccount, ImportReport>(new ImportReport { Things = [] });
        Portal.On<ProposeAdoption, ProposedAdoption>(new ProposedAdoption(Run, 3, 0));
        var page = Draw(Preview);

        await page.Named("Import and adopt").ClickAsync();

        Assert.Equal(["a1", "c3"], Portal.Asked.OfType<ImportAccount>().First().RestApis);
        Assert.Equal(["p1"], Portal.Asked.OfType<ImportAccount>().Last().UsagePlans);
        Assert.Equal($"runs/{Run}?approve=true", Place);
    }

    [Fact]
    public async Task What_was_not_taken_is_said_before_the_adoption()
    {
        Portal.On<ImportAccount, ImportReport>(new ImportReport { Things = [new() { What = "Usage plan", Name = "gold", Id = null, ApiId = null, Result = ImportResult.NotTaken, Notes = ["The team has another one of this name."] }] });
        Portal.On<ProposeAdoption, ProposedAdoption>(new ProposedAdoption(Run, 3, 0));
        var page = Draw(Preview);

        await page.Named("Import and adopt").ClickAsync();

        Assert.Contains("The team has another one of this name.", page.Markup, StringComparison.Ordinal);
        Assert.Equal($"runs/{Run}?approve=true", page.Find("a.button-main").GetAttribute("href"));
    }

    [Fact]
    public async Task What_belongs_to_the_account_is_imported_with_the_plans()
    {
        Portal.On<ImportAccount, ImportReport>(new ImportReport { Things = [] });
        var page = Draw(Preview with { Things = [Thing("c1", FoundStanding.New), Thing("c2", FoundStanding.Ours)] });

        await page.Named("Import read-only").ClickAsync();

        Assert.Equal(["clientcertificates/c1"], Portal.Last<ImportAccount>().Things);

        static FoundThingView Thing(string id, FoundStanding standing) => new() { Path = $"clientcertificates/{id}", What = "Client certificate", Name = $"Certificate {id}", Standing = standing, OwnedBy = null };
    }

    [Fact]
    public async Task What_is_not_chosen_is_not_imported()
    {
        Portal.On<ImportAccount, ImportReport>(new ImportReport { Things = [new() { What = "API", Name = "Pets", Id = Run, ApiId = null, Result = ImportResult.New, Notes = ["A note."] }] });
        var page = Draw(Preview);

        await page.Find("[aria-label='Import Stack']").ChangeAsync(false);
        await page.Find("[aria-label='Import the usage plan gold']").ChangeAsync(false);
        await page.Named("Import read-only").ClickAsync();

        Assert.Equal(["a1"], Assert.Single(Portal.Asked.OfType<ImportAccount>()).RestApis);
        Assert.Empty(Portal.Asked.OfType<ProposeAdoption>());
        Assert.Contains("1 imported, 0 taken over anew, 0 as before, 0 not taken. Nothing was written to AWS.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("A note.", page.Markup, StringComparison.Ordinal);
        Assert.Equal($"apis/{Run}", page.FindAll("tbody a").Single().GetAttribute("href"));
    }

    [Fact]
    public void A_read_only_connection_is_imported_read_only()
    {
        var page = Draw(Preview with { Writable = false });

        Assert.False(page.Has("Import and adopt"));
        Assert.True(page.Has("Import read-only"));
    }

    [Fact]
    public void An_empty_account_says_so()
    {
        var page = Draw(Preview with { RestApis = [], WebSocketApis = [], UsagePlans = [] });

        Assert.Contains("Nothing to import", page.Markup, StringComparison.Ordinal);
        Assert.False(page.Has("Import and adopt"));
    }

    [Fact]
    public async Task A_refusal_stands_above_what_was_chosen()
    {
        Portal.Refuses<ImportAccount, ImportReport>(Given.Refusal(RefusalKind.Upstream, "urn:portal:sync:gateway-unreadable", "Nobody answered."));
        var page = Draw(Preview);

        await page.Named("Import and adopt").ClickAsync();

        Assert.Equal("Nobody answered.", page.Find("[role=alert]").Words());
        Assert.True(page.Has("Import and adopt"));
    }

    private static FoundApiView Api(string id, string name, FoundStanding standing) => new()
    {
        AwsId = id,
        Name = name,
        EndpointType = "REGIONAL",
        Stages = ["prod"],
        Standing = standing,
        ApiId = standing is FoundStanding.New ? null : Run,
        OwnedBy = null,
        Notes = [],
    };

    private IRenderedComponent<ImportAccountPage> Draw(ImportPreview preview)
    {
        Portal.On<GetConnection, ConnectionView>(Given.Connection("Production"));
        Portal.On<ListTeams, Page<TeamView>>(Given.Page(Team));
        Portal.On<PreviewImport, ImportPreview>(preview);

        return Render<ImportAccountPage>(parameters => parameters.Add(page => page.Id, Given.ConnectionId));
    }
}
