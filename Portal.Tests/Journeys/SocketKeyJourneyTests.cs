using Microsoft.Playwright;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Plans;
using Portal.Tests.Plans;
using Portal.Tests.Sandbox;

namespace Portal.Tests.Journeys;

/// <summary>A WebSocket API is sold: a developer gets a key and talks over a connection that it opens.</summary>
public sealed class SocketKeyJourneyTests(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task A_developer_gets_a_key_and_talks()
    {
        await using var backend = await Backend.StartAsync();
        var publisher = await portal.PersonAsync(Role.Publisher);
        var (api, plan) = await SoldAsync(publisher, backend);
        var developer = await portal.PersonAsync(Role.Developer);

        await portal.VisitAsync("socket-key", async visit =>
        {
            var page = visit.Page;
            var hand = new Developer(visit);
            await hand.SignInAsync(developer.Email);
            await hand.GetKeyAsync(api.Name);
            await page.GetByRole(AriaRole.Link, new() { Name = "To the reference" }).ClickAsync();
            await Assertions.Expect(page.GetByText("wscat -c 'ws://")).ToBeVisibleAsync();
            await visit.PictureAsync("reference");

            await visit.GoAsync("/apps");
            await page.GetByRole(AriaRole.Link, new() { Name = "My app", Exact = true }).ClickAsync();
            await page.GetByText("Try a call").ClickAsync();
            await page.GetByLabel("Messages").FillAsync("""{"action":"ask"}""");
            await page.GetByRole(AriaRole.Button, new() { Name = "Connect and send" }).ClickAsync();
            await Assertions.Expect(page.GetByText("Connected")).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByText("/ask")).ToBeVisibleAsync();
            await visit.PictureAsync("talk");

            Assert.Empty(visit.Complaints);
        });

        await portal.VisitAsync("socket-plan", async visit =>
        {
            await visit.SignInAsync(publisher.Email);
            await visit.GoAsync($"/plans/{plan.Id}");
            await Assertions.Expect(visit.Page.GetByText("Connections, as the plan")).ToBeVisibleAsync();
            await visit.PictureAsync("plan");
            await visit.GoAsync($"/plans/{plan.Id}/edit");
            await Assertions.Expect(visit.Page.GetByText("A key is shown when a connection is opened")).ToBeVisibleAsync();
            await visit.PictureAsync("edit");
            await visit.GoAsync($"/apis/{plan.Stages[0].ApiId}/stages/{plan.Stages[0].StageId}/metrics");
            await visit.PictureAsync("metrics");

            Assert.Empty(visit.Complaints);
        });
    }

    private static async Task<(ApiView Api, UsagePlanView Plan)> SoldAsync(Person publisher, Backend backend)
    {
        var api = await Selling.SocketApiAsync(publisher, backend.Url);
        var stage = await Selling.DeployedStageAsync(publisher, api);
        var plan = await Selling.MakeAsync(publisher, Selling.Terms(publisher, stage.ConnectionId, stage) with { Name = "Trial" });
        await Selling.ApplyAsync(publisher, plan);
        plan = await publisher.Http.PutAsync<UsagePlanView>($"/api/v1/plans/{plan.Id}/availability", new { availability = "Open" });
        api = await publisher.Http.GetAsync<ApiView>($"/api/v1/apis/{api.Id}");
        await publisher.Http.PutAsync<ApiView>($"/api/v1/apis/{api.Id}", new { api.Name, api.Description, status = "Published", audience = "Developers", teamId = api.Team.Id, api.Version });

        return (api, plan);
    }
}
