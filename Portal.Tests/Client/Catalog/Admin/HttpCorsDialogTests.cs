using Bunit;
using Portal.Client.Catalog.Admin;
using Portal.Shared.Catalog;

namespace Portal.Tests.Client.Catalog.Admin;

public sealed class HttpCorsDialogTests : ScreenContext
{
    public HttpCorsDialogTests() => Portal
        .On<GetRoutes, RoutesView>(Given.Routes(Given.Route("GET", "/pets")))
        .On<GetFindings, FindingsView>(Given.Findings())
        .On<GetCors, BrowsersView>(View(null))
        .On<EditRoutes, RevisedApi>(Given.Revised(4));

    [Fact]
    public async Task An_HTTP_API_is_opened_as_a_whole()
    {
        var dialog = await OpenAsync();

        await dialog.Labelled("Origins").ChangeAsync("https://a.example\nhttps://b.example");
        await dialog.Find("form").SubmitAsync();

        var cors = Assert.IsType<RouteEdit.SetHttpCors>(Assert.Single(Portal.Last<EditRoutes>().Edits)).Cors!;
        Assert.Equal(["https://a.example", "https://b.example"], cors.AllowOrigins);
        Assert.Equal(600, cors.MaxAge);
    }

    [Fact]
    public async Task What_is_allowed_is_taken_away()
    {
        Portal.On<GetCors, BrowsersView>(View(new HttpCorsView { AllowOrigins = ["https://a.example"] }));
        var dialog = await OpenAsync();

        await dialog.Named("Take it away").ClickAsync();

        Assert.Null(Assert.IsType<RouteEdit.SetHttpCors>(Assert.Single(Portal.Last<EditRoutes>().Edits)).Cors);
    }

    private static BrowsersView View(HttpCorsView? cors) => new() { Revision = 3, OnErrors = false, OfHttpApi = cors, Paths = [] };

    private async Task<IRenderedComponent<MudBlazor.MudDialogProvider>> OpenAsync()
    {
        var dialogs = DrawDialogs();
        _ = Render<ApiRoutes>(parameters => parameters.Add(page => page.Api, Given.Api() with { Protocol = Protocol.Http }).Add(page => page.OnRevised, _ => { })).Named("Calls from browsers").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.Contains("every route", dialogs.Words(), StringComparison.Ordinal));

        return dialogs;
    }
}
