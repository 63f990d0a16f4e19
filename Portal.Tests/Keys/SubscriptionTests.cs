using System.Net;
using Portal.Shared;
using Portal.Shared.Keys;
using Portal.Shared.Plans;

namespace Portal.Tests.Keys;

public sealed class SubscriptionTests(KeysPortal portal) : IClassFixture<KeysPortal>
{
    [Fact]
    public async Task Once_approved_the_developer_has_the_key_issued()
    {
        var developer = await portal.DeveloperAsync();
        var plan = await portal.OfferAsync(Availability.ByApproval);
        var asked = await portal.RequestAsync(developer, plan);
        await developer.Http.SendAsync(HttpMethod.Post, $"/api/v1/own/subscriptions/{asked.SubscriptionId}/key", new { }).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:keys:not-subscribed");

        var row = Assert.Single((await ListAsync($"?state=Requested&planId={plan.Id}")).Items);
        Assert.Equal((asked.SubscriptionId, asked.App, developer.Email), (row.Id, row.App, row.OwnerEmail));
        var approved = await portal.Publisher.Http.PostAsync<SubscriptionRow>($"/api/v1/subscriptions/{row.Id}/approve", new { }, HttpStatusCode.OK);

        Assert.Equal(SubscriptionState.Approved, approved.State);
        Assert.Equal(ApiKeyState.Approved, (await KeyAsync(developer, asked)).State);
        var key = await developer.Http.PostAsync<IssuedApiKey>($"/api/v1/own/subscriptions/{row.Id}/key", new { });
        Assert.Equal(asked.Key.Id, key.Key.Id);
        Assert.Equal(HttpStatusCode.OK, await portal.CallAsync(key.Value));
    }

    [Fact]
    public async Task A_refusal_says_why_and_one_may_ask_again()
    {
        var developer = await portal.DeveloperAsync();
        var plan = await portal.OfferAsync(Availability.ByApproval);
        var asked = await portal.RequestAsync(developer, plan);

        await portal.Publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/subscriptions/{asked.SubscriptionId}/refuse", new { reason = " " }).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
        await portal.Publisher.Http.PostAsync<SubscriptionRow>($"/api/v1/subscriptions/{asked.SubscriptionId}/refuse", new { reason = "Tell us more" }, HttpStatusCode.OK);

        var subscription = Assert.Single((await KeysPortal.AppAsync(developer, asked.AppId)).Subscriptions);
        Assert.Equal((SubscriptionState.Refused, "Tell us more", ApiKeyState.Revoked), (subscription.State, subscription.Reason, Assert.Single(subscription.Keys).State));
        await portal.Publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/subscriptions/{asked.SubscriptionId}/approve", new { }).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:keys:decided");
        Assert.Equal(ApiKeyState.Requested, (await portal.RequestAsync(developer, plan)).Key.State);
    }

    [Fact]
    public async Task Another_teams_subscriptions_are_not_listed_or_found()
    {
        var stranger = await portal.PersonAsync(Role.Publisher);
        var asked = await portal.RequestAsync(await portal.DeveloperAsync(), await portal.OfferAsync(Availability.ByApproval));

        Assert.Empty((await stranger.Http.GetAsync<Page<SubscriptionRow>>("/api/v1/subscriptions")).Items);
        await stranger.Http.SendAsync(HttpMethod.Post, $"/api/v1/subscriptions/{asked.SubscriptionId}/approve", new { }).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
    }

    private Task<Page<SubscriptionRow>> ListAsync(string query) => portal.Publisher.Http.GetAsync<Page<SubscriptionRow>>($"/api/v1/subscriptions{query}");

    private static async Task<ApiKeyView> KeyAsync(Person developer, RequestedApiKey key) => Assert.Single(Assert.Single((await KeysPortal.AppAsync(developer, key.AppId)).Subscriptions).Keys);
}
