using Bunit;
using Portal.Client.Catalog.Admin;
using Portal.Shared.Catalog;

namespace Portal.Tests.Client.Catalog.Admin;

public sealed class ApiRoutesTests : ScreenContext
{
    public ApiRoutesTests() => Portal.On<GetFindings, FindingsView>(Given.Findings());

    [Fact]
    public void A_row_tells_what_answers_and_what_is_demanded()
    {
        var route = Given.Route("GET", "/pets") with { OperationId = "listPets", ApiKeyRequired = true, Cors = new CorsView() };
        Portal.On<GetRoutes, RoutesView>(Given.Routes(route));

        Assert.Equal("GET /pets listPets Mock 200 API key * Edit Remove", Draw().Find("tbody tr").Words());
    }

    [Fact]
    public void The_worst_finding_of_a_route_stands_in_its_row()
    {
        Portal
            .On<GetRoutes, RoutesView>(Given.Routes(Given.Route("GET", "/pets"), Given.Route("PUT", "/pets")))
            .On<GetFindings, FindingsView>(Given.Findings(Given.Finding("a", FindingLevel.Error, "GET /pets"), Given.Finding("b", FindingLevel.Warning, "GET /pets"), Given.Finding("c", FindingLevel.Info, "PUT /pets")));

        var rows = Draw().FindAll("tbody tr").Select(row => row.Words()).ToList();

        Assert.Contains("Error", rows[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Info", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_filter_takes_words_in_any_order()
    {
        Portal.On<GetRoutes, RoutesView>(Given.Routes(Given.Route("GET", "/pets"), Given.Route("POST", "/pets"), Given.Route("GET", "/owners")));
        var routes = Draw();

        var typed = routes.Find("input[type=search]").InputAsync("pets get");
        Clock.Advance(TimeSpan.FromSeconds(1));
        await typed;

        Assert.Equal("GET /pets", Assert.Single(routes.FindAll("tbody th")).Words());
    }

    [Fact]
    public async Task Removing_asks_with_the_routes_name()
    {
        Portal.On<GetRoutes, RoutesView>(Given.Routes(Given.Route("GET", "/pets"))).On<EditRoutes, RevisedApi>(Given.Revised(4));
        var dialogs = DrawDialogs();
        var routes = Draw();

        var removing = routes.Named("Remove GET /pets").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.Contains("GET /pets is taken out of the document", dialogs.Words(), StringComparison.Ordinal));
        await dialogs.Named("Remove").ClickAsync();
        await removing;

        Assert.Equal(new RouteEdit.RemoveRoute { Method = "GET", Path = "/pets" }, Assert.Single(Portal.Last<EditRoutes>().Edits));
    }

    [Fact]
    public void An_earlier_revision_is_only_looked_at()
    {
        Portal.On<GetRoutes, RoutesView>(Given.Routes(Given.Route("GET", "/pets")) with { Revision = 2 });

        Assert.False(Draw().Has("Edit GET /pets"));
    }

    [Fact]
    public void A_preflight_is_no_route_to_edit()
    {
        Portal.On<GetRoutes, RoutesView>(Given.Routes(Given.Route("OPTIONS", "/pets") with { IsPreflight = true }));

        Assert.False(Draw().Has("Edit OPTIONS /pets"));
    }

    private IRenderedComponent<ApiRoutes> Draw() => Render<ApiRoutes>(parameters => parameters.Add(routes => routes.Api, Given.Api()).Add(routes => routes.OnRevised, _ => { }));
}
