using Microsoft.Playwright;
using Portal.Shared;
using Portal.Tests.Sandbox;
using Portal.Tests.Stages;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Journeys;

/// <summary>An operator moves a release through the pipeline, and back: in as many clicks as the design allows.</summary>
public sealed class PromoteJourneyTests(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    [Fact]
    public Task A_release_is_promoted_in_three_clicks_and_rolled_back_in_two() => portal.VisitAsync("promote", async visit =>
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(person, "Pet shop");
        var dev = await Pipeline.StageAsync(person, api, "dev");
        var prod = await Pipeline.StageAsync(person, api, "prod");
        await Pipeline.DeployAsync(person, dev);
        await Pipeline.PromoteAsync(person, dev);
        await Pipeline.AddRouteAsync(person, api, "/owners");
        await Pipeline.DeployAsync(person, dev);
        var releases = new Releases(visit);
        await visit.SignInAsync(person.Email);

        await visit.GoAsync("/board");
        await Assertions.Expect(visit.Page.GetByText("1 release behind dev")).ToBeVisibleAsync();
        await visit.PictureAsync("board");
        await releases.PromoteAsync("dev", "Pet shop", "GET /owners");
        Assert.Equal(3, releases.Clicks);
        Assert.Equal(200, (await Pipeline.CallAsync(person, prod, "GET", "/owners")).Status);
        await visit.PictureAsync("promoted");

        releases.Clicks = 0;
        await visit.GoAsync($"/apis/{api.Id}/stages/{prod.Id}");
        await visit.PictureAsync("stage");
        await releases.RollBackAsync("Removes GET /owners");
        Assert.Equal(2, releases.Clicks);
        Assert.Equal(403, (await Pipeline.CallAsync(person, prod, "GET", "/owners")).Status);

        await visit.GoAsync($"/apis/{api.Id}");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Table, new() { Name = "Promotions" })).ToContainTextAsync("dev");
        await visit.PictureAsync("pipeline");
        Assert.Empty(visit.Complaints);
    });

    [Fact]
    public Task A_stage_of_a_WebSocket_API_is_spoken_to_from_its_page() => portal.VisitAsync("talk", async visit =>
    {
        await using var backend = await Backend.StartAsync();
        var person = await portal.PersonAsync(Role.Publisher);
        var dev = await TrySocketTests.DeployedAsync(person, backend);
        await visit.SignInAsync(person.Email);

        await visit.GoAsync($"/apis/{dev.ApiId}/stages/{dev.Id}?tab=try");
        await visit.Page.GetByLabel("Query").FillAsync("room=7");
        await visit.Page.GetByLabel("Messages").FillAsync("""{"action":"ask","text":"hello"}""");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Connect and send" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("Connected", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("/first", new() { Exact = false }).First).ToBeVisibleAsync();
        await visit.PictureAsync("answered");

        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visit.Page.SetViewportSizeAsync(390, 844);
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
        await visit.PictureAsync("answered-narrow");
        Assert.Empty(visit.Complaints);
    });

    [Fact]
    public Task A_stage_that_needs_a_second_person_gets_one() => portal.VisitAsync("second-person", async visit =>
    {
        var administrator = await portal.PersonAsync(Role.Admin);
        var author = await portal.PersonAsync(Role.Publisher);
        var second = await portal.PersonAsync(Role.Operator, author.Team);
        var api = await Given.ApiAsync(author, "Guarded");
        var dev = await Pipeline.StageAsync(author, api, "dev");
        var prod = await Pipeline.StageAsync(author, api, "prod");
        await Pipeline.DeployAsync(author, dev);

        await portal.VisitAsync("second-person-admin", async admin =>
        {
            await admin.SignInAsync(administrator.Email);
            await admin.GoAsync($"/apis/{api.Id}/stages/{prod.Id}?tab=protection");
            await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Ask for a second person" }).ClickAsync();
            await Assertions.Expect(admin.Page.GetByRole(AriaRole.Button, new() { Name = "Let one person be enough" })).ToBeVisibleAsync();
        });

        await visit.SignInAsync(author.Email);
        await visit.GoAsync($"/apis/{api.Id}/stages/{dev.Id}/promote");
        await visit.PictureAsync("review");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Promote", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("You cannot approve this")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true })).ToBeHiddenAsync();
        await visit.PictureAsync("waits");
        var run = new Uri(visit.Page.Url).AbsolutePath;

        await portal.VisitAsync("second-person-operator", async other =>
        {
            await other.SignInAsync(second.Email);
            await other.GoAsync(run);
            await new Publisher(other).ApproveAsync();
        });

        Assert.Equal(200, (await Pipeline.CallAsync(author, prod, "GET", "/pets")).Status);
        Assert.Empty(visit.Complaints);
    });
}
