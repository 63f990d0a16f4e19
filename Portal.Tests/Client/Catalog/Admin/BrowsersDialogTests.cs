using Bunit;
using Portal.Client.Catalog.Admin;
using Portal.Shared.Catalog;

namespace Portal.Tests.Client.Catalog.Admin;

public sealed class BrowsersDialogTests : ScreenContext
{
    private static readonly BrowsersPath Pets = new() { Path = "/pets", Cors = null, HasOwnOptions = false, Sends = ["GET"], Passes = ["POST"] };

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
        await dialog.Labelled("Origin").ChangeAsync("https://shop.example");
        await dialog.Labelled("With cookies and passwords").ChangeAsync(true);
        await dialog.Find("form").SubmitAsync();

        var allow = Assert.IsType<RouteEdit.AllowBrowsers>(Assert.Single(Portal.Last<EditRoutes>().Edits));
        Assert.Equal(["/pets"], allow.Paths);
        Assert.Equal(("https://shop.example", true, true), (allow.Cors.AllowOrigin, allow.Cors.AllowCredentials, allow.OnErrors));
    }

    [Fact]
    public async Task What_is_allowed_is_shown_and_taken_away()
    {
        Portal.On<GetCors, BrowsersView>(View(Pets with { Cors = new CorsView { AllowOrigin = "https://shop.example" } }, Pets with { Path = "/orders" }));
        var dialog = await OpenAsync();

        Assert.Equal("https://shop.example", dialog.Labelled("Origin").GetAttribute("value"));
        await dialog.Named("Take it away").ClickAsync();

        Assert.Equal(["/pets"], Assert.IsType<RouteEdit.ForbidBrowsers>(Assert.Single(Portal.Last<EditRoutes>().Edits)).Paths);
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
