using Bunit;
using Portal.Client.Catalog.Admin;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Identity;

namespace Portal.Tests.Client.Catalog.Admin;

public sealed class ApisPageTests : ScreenContext
{
    public ApisPageTests() => Portal.On<ListTeams, Page<TeamView>>(Given.Page(Given.Team));

    [Fact]
    public void An_empty_catalog_offers_two_ways_to_begin()
    {
        Portal.On<ListApis, Page<ApiRow>>(Given.Page<ApiRow>());

        var page = Render<ApisPage>();

        Assert.Contains("No APIs yet", page.Words(), StringComparison.Ordinal);
        Assert.Equal(["apis/new", "apis/import"], page.FindAll(".empty a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Who_may_not_edit_is_offered_nothing_to_begin()
    {
        MayOnly(Policies.ReadCatalog);
        Portal.On<ListApis, Page<ApiRow>>(Given.Page<ApiRow>());

        Assert.False(Render<ApisPage>().Has("Import a document"));
    }

    [Fact]
    public void A_row_tells_how_the_api_stands()
    {
        var stage = new ApiStage { Id = Given.StageId, Name = "dev", Connection = "Sandbox", Runs = 2 };
        Portal.On<ListApis, Page<ApiRow>>(Given.Page(Given.Row() with { Stages = [stage] }));

        var row = Render<ApisPage>().Find("tbody tr");

        Assert.Equal("Petstore Pets for all Draft Payments REST 4 dev · 2 just now", row.Words());
        Assert.Equal("dev on Sandbox runs revision 2 of 3", row.QuerySelector("[title*=dev]")!.GetAttribute("title"));
    }

    [Fact]
    public async Task Typing_searches_once_it_pauses()
    {
        Portal.On<ListApis, Page<ApiRow>>(Given.Page(Given.Row()));
        var page = Render<ApisPage>();

        var first = page.Find("input[type=search]").InputAsync("pe");
        var second = page.Find("input[type=search]").InputAsync("pets");
        Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(first, second);

        Assert.Equal("apis?q=pets", Place);
        Assert.Equal([null, "pets"], Portal.Asked.OfType<ListApis>().Select(asked => asked.Search));
    }

    [Fact]
    public void The_address_says_what_is_shown()
    {
        Portal.On<ListApis, Page<ApiRow>>(Given.Page(Given.Row()));
        GoTo($"apis?q=pet&team={Given.Team.Id}&status=Draft&sort=-Updated&page=2");

        Render<ApisPage>();

        Assert.Equal(
            new ListApis { Search = "pet", TeamId = Given.Team.Id, Status = ApiStatus.Draft, Order = ApiOrder.Updated, Descending = true, Skip = 25, Take = 25 },
            Portal.Last<ListApis>());
    }

    [Fact]
    public void An_address_that_says_nonsense_shows_everything()
    {
        Portal.On<ListApis, Page<ApiRow>>(Given.Page(Given.Row()));
        GoTo("apis?team=nobody&status=99&sort=-Colour&page=-3");

        Render<ApisPage>();

        Assert.Equal(new ListApis { Descending = true, Take = 25 }, Portal.Last<ListApis>());
    }

    [Fact]
    public void A_search_without_a_find_leads_back()
    {
        Portal.On<ListApis, Page<ApiRow>>(Given.Page<ApiRow>());
        GoTo("apis?q=zebra");

        Assert.Equal("apis", Render<ApisPage>().Named("Show all").GetAttribute("href"));
    }

    [Fact]
    public void More_than_a_page_has_a_next_one()
    {
        Portal.On<ListApis, Page<ApiRow>>(new Page<ApiRow> { Items = [Given.Row()], Total = 60 });
        GoTo("apis?page=2");

        var pager = Render<ApisPage>().Find(".pager");

        Assert.Contains("26–50 of 60", pager.TextContent, StringComparison.Ordinal);
        Assert.Equal(["apis", "apis?page=3"], pager.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
    }
}
