using Bunit;
using Portal.Client.Catalog.Admin;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Identity;
using Portal.Tests.Client.Ui;

namespace Portal.Tests.Client.Catalog.Admin;

public sealed class NewApiPageTests : ScreenContext
{
    public NewApiPageTests() => Portal.On<ListTeams, Page<TeamView>>(Given.Page(Given.Team));

    [Fact]
    public async Task What_is_typed_becomes_an_api()
    {
        Portal.On<CreateApi, ApiView>(Given.Api());
        var page = Render<NewApiPage>();

        await page.Labelled("Name").ChangeAsync("Petstore");
        await page.Labelled("Edge-optimised").ChangeAsync(true);
        await page.Find("form").SubmitAsync();

        Assert.Equal(new CreateApi { TeamId = Given.Team.Id, Name = "Petstore", EndpointType = EndpointType.Edge }, Portal.Last<CreateApi>());
        Assert.Equal($"apis/{Given.ApiId}?tab=routes", Place);
    }

    [Fact]
    public async Task A_refusal_stands_beside_its_field()
    {
        Portal.Refuses<CreateApi, ApiView>(RefusalTo.Take(("Name", "This name is taken.")));
        var page = Render<NewApiPage>();

        await page.Labelled("Name").ChangeAsync("Petstore");
        await page.Find("form").SubmitAsync();

        Assert.Equal("This name is taken.", page.Find(".field-faults p").TextContent);
        Assert.Equal("Petstore", page.Labelled("Name").GetAttribute("value"));
    }

    [Fact]
    public void Each_choice_says_what_it_means()
    {
        var page = Render<NewApiPage>();

        Assert.All(page.FindAll("input[type=radio]"), radio => Assert.NotEqual("", page.Find($"[id='{radio.GetAttribute("aria-describedby")}']").TextContent));
    }

    [Fact]
    public async Task An_HTTP_API_is_Regional_and_has_no_keys()
    {
        Portal.On<CreateApi, ApiView>(Given.Api());
        var page = Render<NewApiPage>();

        await page.Labelled("Name").ChangeAsync("Light");
        await page.Labelled("HTTP").ChangeAsync(true);

        Assert.Contains("HTTP APIs have no API keys", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Edge-optimised", page.Words(), StringComparison.Ordinal);
        await page.Find("form").SubmitAsync();
        Assert.Equal(Protocol.Http, Portal.Last<CreateApi>().Protocol);
    }

    [Fact]
    public void Without_a_team_there_is_nothing_to_begin_with()
    {
        Portal.On<ListTeams, Page<TeamView>>(Given.Page<TeamView>());

        Assert.Contains("You are in no team", Render<NewApiPage>().Words(), StringComparison.Ordinal);
    }
}
