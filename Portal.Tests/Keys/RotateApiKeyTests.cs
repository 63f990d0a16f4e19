using System.Net;
using Portal.Shared.Keys;
using Portal.Shared.Plans;

namespace Portal.Tests.Keys;

public sealed class RotateApiKeyTests(KeysPortal portal) : IClassFixture<KeysPortal>
{
    [Fact]
    public async Task Both_keys_work_and_then_only_the_new_one()
    {
        var developer = await portal.DeveloperAsync();
        var old = await portal.RequestAsync(developer);

        var made = await KeysPortal.RotateAsync(developer, old.Key);

        Assert.NotEqual(old.Value, made.Value);
        Assert.Equal(HttpStatusCode.OK, await portal.CallAsync(old.Value));
        Assert.Equal(HttpStatusCode.OK, await portal.CallAsync(made.Value));
        var rotating = await KeyAsync(developer, old);
        Assert.Equal(ApiKeyState.Rotating, rotating.State);
        Assert.InRange(rotating.ExpiresAt!.Value, DateTimeOffset.UtcNow.AddHours(23), DateTimeOffset.UtcNow.AddHours(24));

        await portal.AgeAsync(old.Key);
        await portal.TendAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await portal.CallAsync(old.Value));
        Assert.Equal(HttpStatusCode.OK, await portal.CallAsync(made.Value));
        Assert.Equal(ApiKeyState.Expired, (await KeyAsync(developer, old)).State);
    }

    [Fact]
    public async Task What_is_left_of_the_quota_goes_over_to_the_new_key()
    {
        var developer = await portal.DeveloperAsync();
        var plan = await portal.OfferAsync(Availability.Open, terms => terms with { Quota = new Quota { Limit = 3, Period = QuotaPeriod.Month } });
        var old = await portal.RequestAsync(developer, plan);
        await portal.CallAsync(old.Value);
        await portal.CallAsync(old.Value);

        var made = await KeysPortal.RotateAsync(developer, old.Key);

        Assert.Equal(HttpStatusCode.OK, await portal.CallAsync(made.Value));
        Assert.Equal(HttpStatusCode.TooManyRequests, await portal.CallAsync(made.Value));
    }

    [Fact]
    public async Task A_key_is_rotated_once_and_the_new_one_again()
    {
        var developer = await portal.DeveloperAsync();
        var first = await portal.RequestAsync(developer);
        var second = await KeysPortal.RotateAsync(developer, first.Key);

        await developer.Http.SendAsync(HttpMethod.Post, $"/api/v1/own/keys/{first.Key.Id}/rotate", new { }).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:keys:not-in-force");
        var third = await KeysPortal.RotateAsync(developer, second.Key, overlapHours: 0);

        await portal.TendAsync();
        Assert.Equal(HttpStatusCode.Forbidden, await portal.CallAsync(second.Value));
        Assert.Equal(HttpStatusCode.OK, await portal.CallAsync(third.Value));
    }

    [Fact]
    public async Task A_new_key_lives_as_long_as_the_old_one_was_to()
    {
        var developer = await portal.DeveloperAsync();
        var old = await developer.Http.PostAsync<RequestedApiKey>("/api/v1/own/keys", new { planId = portal.Plan.Id, appName = "Short", daysValid = 10 });

        var made = await KeysPortal.RotateAsync(developer, old.Key);

        Assert.InRange(made.Key.ExpiresAt!.Value, DateTimeOffset.UtcNow.AddDays(10).AddMinutes(-5), DateTimeOffset.UtcNow.AddDays(10));
    }

    [Fact]
    public async Task A_key_whose_time_is_over_is_refused_by_API_Gateway()
    {
        var developer = await portal.DeveloperAsync();
        var key = await developer.Http.PostAsync<RequestedApiKey>("/api/v1/own/keys", new { planId = portal.Plan.Id, appName = "Over", daysValid = 1 });
        Assert.Equal(HttpStatusCode.OK, await portal.CallAsync(key.Value));

        await portal.AgeAsync(key.Key);
        await portal.TendAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await portal.CallAsync(key.Value));
        Assert.Equal(ApiKeyState.Expired, (await KeyAsync(developer, key)).State);
        await portal.RequestAsync(developer, app: "Over");
    }

    [Fact]
    public async Task An_overlap_of_a_year_is_malformed()
    {
        var developer = await portal.DeveloperAsync();
        var key = await portal.RequestAsync(developer);

        await developer.Http.SendAsync(HttpMethod.Post, $"/api/v1/own/keys/{key.Key.Id}/rotate", new { overlapHours = 9000 }).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
    }

    private static async Task<ApiKeyView> KeyAsync(Person developer, RequestedApiKey key) =>
        (await KeysPortal.AppAsync(developer, key.AppId)).Subscriptions.SelectMany(subscription => subscription.Keys).Single(other => other.Id == key.Key.Id);
}
