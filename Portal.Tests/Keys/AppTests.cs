using System.Net;
using Portal.Shared;
using Portal.Shared.Keys;
using Portal.Shared.Plans;

namespace Portal.Tests.Keys;

public sealed class AppTests(KeysPortal portal) : IClassFixture<KeysPortal>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_app_is_made_renamed_and_listed()
    {
        var developer = await portal.DeveloperAsync();
        var app = await developer.Http.PostAsync<AppView>("/api/v1/apps", new { name = " Shop ", description = "Sells things" });

        var changed = await developer.Http.PutAsync<AppView>($"/api/v1/apps/{app.Id}", new { name = "Market", description = "", app.Version });

        Assert.Equal("Shop", app.Name);
        Assert.Equal(("Market", ""), (changed.Name, changed.Description));
        var row = Assert.Single((await developer.Http.GetAsync<Page<AppRow>>("/api/v1/apps")).Items);
        Assert.Equal(("Market", 0), (row.Name, row.WorkingKeys));
        await developer.Http.SendAsync(HttpMethod.Put, $"/api/v1/apps/{app.Id}", new { name = "Late", description = "", app.Version }).RefusedAsync(HttpStatusCode.PreconditionFailed, "urn:portal:platform:changed-meanwhile");
    }

    [Fact]
    public async Task A_name_is_taken_for_oneself_alone()
    {
        var (one, other) = (await portal.DeveloperAsync(), await portal.DeveloperAsync());
        await one.Http.PostAsync<AppView>("/api/v1/apps", new { name = "Shop" });
        await other.Http.PostAsync<AppView>("/api/v1/apps", new { name = "Shop" });

        await one.Http.SendAsync(HttpMethod.Post, "/api/v1/apps", new { name = "shop" }).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:keys:name-taken");
    }

    [Fact]
    public async Task Anothers_app_is_not_found()
    {
        var app = await (await portal.DeveloperAsync()).Http.PostAsync<AppView>("/api/v1/apps", new { name = "Shop" });

        await (await portal.PersonAsync(Role.Admin)).Http.GetAsync($"/api/v1/apps/{app.Id}", Cancelled).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
    }

    [Fact]
    public async Task Deleting_an_app_revokes_its_keys_and_frees_its_name()
    {
        var developer = await portal.DeveloperAsync();
        var key = await portal.RequestAsync(developer, app: "Shop");
        var waits = await portal.RequestAsync(developer, await portal.OfferAsync(Availability.ByApproval), app: "Shop");
        var rotated = await KeysPortal.RotateAsync(developer, key.Key);
        var app = await KeysPortal.AppAsync(developer, key.AppId);

        using var deleted = await developer.Http.DeleteAsync($"/api/v1/apps/{app.Id}?version={app.Version}", Cancelled);

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await portal.CallAsync(key.Value));
        Assert.Equal(HttpStatusCode.Forbidden, await portal.CallAsync(rotated.Value));
        await developer.Http.GetAsync($"/api/v1/apps/{app.Id}", Cancelled).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
        await portal.Publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/subscriptions/{waits.SubscriptionId}/approve", new { }).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:keys:decided");
        await portal.RequestAsync(developer, app: "Shop");
    }

    [Fact]
    public async Task Giving_up_a_subscription_revokes_its_key_and_one_may_ask_again()
    {
        var developer = await portal.DeveloperAsync();
        var key = await portal.RequestAsync(developer);

        using var ended = await developer.Http.DeleteAsync($"/api/v1/own/subscriptions/{key.SubscriptionId}", Cancelled);

        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await portal.CallAsync(key.Value));
        await developer.Http.SendAsync(HttpMethod.Post, $"/api/v1/own/subscriptions/{key.SubscriptionId}/key", new { }).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:keys:not-subscribed");
        Assert.NotEqual(key.SubscriptionId, (await portal.RequestAsync(developer)).SubscriptionId);
    }

    [Fact]
    public async Task A_key_says_what_it_used_of_its_quota()
    {
        var developer = await portal.DeveloperAsync();
        var key = await portal.RequestAsync(developer, await portal.OfferAsync(Availability.Open, terms => terms with { Quota = new Quota { Limit = 10, Period = QuotaPeriod.Month } }));
        await portal.CallAsync(key.Value);
        await portal.CallAsync(key.Value);

        var usage = await developer.Http.GetAsync<ApiKeyUsage>($"/api/v1/own/keys/{key.Key.Id}/usage");

        Assert.Equal((30, 2L), (usage.Days.Count, usage.Days.Sum(day => day.Used)));
        Assert.Equal(10, usage.Quota!.Limit);
    }
}
