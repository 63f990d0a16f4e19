using Bunit;
using Portal.Client.Catalog.Admin;
using Portal.Shared.Catalog;

namespace Portal.Tests.Client.Catalog.Admin;

public sealed class BrowsersDialogTests : ScreenContext
{
    private static readonly BrowsersPath Pets = new() { Path = "/pets", Cors = null, HasOwnOptions = false, Sends = ["GET", "PUT"], NameOne = ["PUT"], Passes = ["POST"] };

    public BrowsersDialogTests() => Portal
        .On<GetRoutes, RoutesView>(Given.Routes(Given.Route("GET", "/pets")))
        .On<GetFindings, FindingsView>(Given.Findings())
        .On<GetCors, BrowsersView>(View(Pets, Pets with { Path = "/own", HasOwnOptions = true }))
        .On<EditRoutes, RevisedApi>(Given.Revised(4));

    [Fact]
    public async Task All_paths_are_allowed_unless_some_are_chosen()
    {
        var dialog = await OpenAsync();

        Assert.Contains("without the header: POST", dialog.Words(), StringComparison.Ordinal);
        await dialog.Labelled("Origins").ChangeAsync("https://shop.example");
        await dialog.Labelled("With cookies and passwords").ChangeAsync(true);
        await dialog.Find("form").SubmitAsync();

        var allow = Assert.IsType<RouteEdit.AllowBrowsers>(Assert.Single(Portal.Last<EditRoutes>().Edits));
        Assert.Equal(["/pets"], allow.Paths);
        Assert.Equal(("https://shop.example", true, true), (allow.Cors.AllowOrigins[0], allow.Cors.AllowCredentials, allow.OnErrors));
    }

    [Fact]
    public async Task What_is_allowed_is_shown_and_taken_away()
    {
        Portal.On<GetCors, BrowsersView>(View(Pets with { Cors = new CorsView { AllowOrigins = ["https://shop.example"] } }, Pets with { Path = "/orders" }));
        var dialog = await OpenAsync();

        Assert.Equal("https://shop.example", dialog.Labelled("Origins").GetAttribute("value"));
        await dialog.Named("Take it away").ClickAsync();

        Assert.Equal(["/pets"], Assert.IsType<RouteEdit.ForbidBrowsers>(Assert.Single(Portal.Last<EditRoutes>().Edits)).Paths);
    }

    [Fact]
    public async Task Of_several_origins_it_is_said_who_cannot_name_the_callers()
    {
        var dialog = await OpenAsync();

        Assert.DoesNotContain("no template", dialog.Words(), StringComparison.Ordinal);
        await dialog.Labelled("Origins").ChangeAsync("https://a.example\nhttps://b.example\n");

        Assert.Contains("so they get no header: PUT /pets.", dialog.Words(), StringComparison.Ordinal);
        Assert.Contains("Here that is POST /pets.", dialog.Words(), StringComparison.Ordinal);
        Assert.Contains("const origins = [\"https://a.example\", \"https://b.example\"];", dialog.Find("pre").TextContent, StringComparison.Ordinal);
        await dialog.Labelled("With cookies and passwords").ChangeAsync(true);
        Assert.Contains("errors cannot name one of several origins, and with cookies", dialog.Words(), StringComparison.Ordinal);

        await dialog.Find("form").SubmitAsync();
        Assert.Equal(["https://a.example", "https://b.example"], Assert.IsType<RouteEdit.AllowBrowsers>(Assert.Single(Portal.Last<EditRoutes>().Edits)).Cors.AllowOrigins);
    }

    private static BrowsersView View(params BrowsersPath[] paths) => new() { Revision = 3, OnErrors = false, OfHttpApi = null, Paths = paths };

    private async Task<IRenderedComponent<MudBlazor.MudDialogProvider>> OpenAsync()
    {
        var dialogs = DrawDialogs();
        _ = Render<ApiRoutes>(parameters => parameters.Add(page => page.Api, Given.Api()).Add(page => page.OnRevised, _ => { })).Named("Calls from browsers").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.Contains("/pets", dialogs.Words(), StringComparison.Ordinal));

        return dialogs;
    }
}
