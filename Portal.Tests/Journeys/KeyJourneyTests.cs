using System.Net;
using Microsoft.Playwright;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Plans;
using Portal.Shared.Stages;
using Portal.Tests.Plans;

namespace Portal.Tests.Journeys;

/// <summary>A developer's key, from asking for it to its end, in a browser and against the stage that it opens.</summary>
public sealed class KeyJourneyTests(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task A_developer_gets_a_key_calls_rotates_and_revokes_it()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var (api, stage) = await SoldAsync(publisher);
        var pets = $"{stage}/pets";
        var developer = await portal.PersonAsync(Role.Developer);

        await portal.VisitAsync("key-journey", async visit =>
        {
            var page = visit.Page;
            var hand = new Developer(visit);
            await hand.SignInAsync(developer.Email);

            // From the catalog, where signing in leads: four are allowed. Pressed twice by a hasty hand, it is asked for once.
            var first = await hand.GetKeyAsync(api.Name, isHasty: true);
            Assert.Equal(3, hand.Clicks);
            await visit.PictureAsync("key");
            Assert.Equal(HttpStatusCode.Forbidden, await Calls.GetAsync(pets));
            Assert.Equal(HttpStatusCode.OK, await Calls.GetAsync(pets, first));
            Assert.Equal(HttpStatusCode.OK, await Calls.GetAsync(pets, first));
            Assert.Equal(HttpStatusCode.OK, await Calls.GetAsync(pets, first));
            Assert.Equal(HttpStatusCode.TooManyRequests, await Calls.GetAsync(pets, first));

            await page.GetByRole(AriaRole.Link, new() { Name = "To the app" }).ClickAsync();
            await Assertions.Expect(page.GetByText($"…{first[^4..]}", new() { Exact = true })).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByText(first)).ToHaveCountAsync(0);
            await visit.PictureAsync("app");

            hand.Clicks = 0;
            var second = await hand.RotateAsync(first);
            Assert.Equal(2, hand.Clicks);
            Assert.NotEqual(first, second);
            await visit.PictureAsync("rotated");
            // What was left of the quota went over to the new key.
            Assert.Equal(HttpStatusCode.TooManyRequests, await Calls.GetAsync(pets, second));

            await page.GetByLabel($"Revoke the key that ends with {second[^4..]}").ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = $"Revoke …{second[^4..]}" }).ClickAsync();
            await Assertions.Expect(page.GetByText($"The key …{second[^4..]} is revoked")).ToBeVisibleAsync();
            Assert.Equal(HttpStatusCode.Forbidden, await Calls.GetAsync(pets, second));

            Assert.Empty(visit.Complaints);
        });

        await portal.VisitAsync("key-inventory", async visit =>
        {
            var page = visit.Page;
            await visit.SignInAsync(publisher.Email);
            await visit.GoAsync("/keys");
            await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "My app" })).ToHaveCountAsync(2);
            await visit.PictureAsync("keys");

            await page.GetByLabel("Revoke the key of My app").ClickAsync();
            await page.GetByLabel("Why?").FillAsync("Found in a public repository");
            await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Revoke" }).ClickAsync();
            await Assertions.Expect(page.GetByText("Found in a public repository")).ToBeVisibleAsync();

            Assert.Empty(visit.Complaints);
        });
    }

    /// <summary>A published API that asks for keys, and one plan for it with three calls a month.</summary>
    private static async Task<(ApiView Api, string Url)> SoldAsync(Person publisher)
    {
        var api = await Catalog.Given.ApiAsync(publisher, text: Selling.KeyedPets);
        var stage = await Selling.DeployedStageAsync(publisher, api);
        var plan = await Selling.MakeAsync(publisher, Selling.Terms(publisher, stage.ConnectionId, stage) with { Name = "Trial", Quota = new Quota { Limit = 3, Period = QuotaPeriod.Month } });
        await Selling.ApplyAsync(publisher, plan);
        await publisher.Http.PutAsync<UsagePlanView>($"/api/v1/plans/{plan.Id}/availability", new { availability = "Open" });
        api = await publisher.Http.GetAsync<ApiView>($"/api/v1/apis/{api.Id}");
        await publisher.Http.PutAsync<ApiView>($"/api/v1/apis/{api.Id}", new { api.Name, api.Description, status = "Published", audience = "Developers", teamId = api.Team.Id, api.Version });

        return (api, (await publisher.Http.GetAsync<StageAddressView>($"/api/v1/stages/{stage.Id}/address")).InvokeUrl);
    }
}
