using System.Net;
using Portal.Shared;
using Portal.Shared.Keys;
using Portal.Tests.Plans;
using Portal.Tests.Stages;

namespace Portal.Tests.Keys;

public sealed class InventoryTests(KeysPortal portal) : IClassFixture<KeysPortal>
{
    [Fact]
    public async Task The_inventory_has_every_key_of_ones_plans_and_no_other()
    {
        var developer = await portal.DeveloperAsync();
        var key = await portal.RequestAsync(developer, app: "Inventory app");

        var row = Assert.Single((await ListAsync(portal.Publisher, "search=ventory%20AP")).Items);
        var byLastFour = await ListAsync(portal.Publisher, $"search={key.Key.LastFour}");

        Assert.Equal((key.Key.Id, "Inventory app", developer.Email, key.Key.LastFour, ApiKeyState.Active), (row.Id, row.App, row.OwnerEmail, row.LastFour, row.State));
        Assert.NotNull(row.AwsId);
        Assert.Contains(byLastFour.Items, other => other.Id == key.Key.Id);
        Assert.Empty((await ListAsync(await portal.PersonAsync(Role.Publisher), "")).Items);
        Assert.Contains((await ListAsync(await portal.PersonAsync(Role.Auditor), "")).Items, other => other.Id == key.Key.Id);
    }

    [Fact]
    public async Task A_key_that_was_found_somewhere_is_known_by_its_value()
    {
        var key = await portal.RequestAsync(await portal.DeveloperAsync());

        Assert.Equal(key.Key.Id, (await (await FindAsync(portal.Publisher, $" {key.Value}\n")).AnswerAsync<ApiKeyRow>(HttpStatusCode.OK)).Id);
        await FindAsync(portal.Publisher, key.Value![..^1] + "?").RefusedAsync(HttpStatusCode.NotFound, "urn:portal:keys:no-such-key");
        await FindAsync(await portal.PersonAsync(Role.Publisher), key.Value).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:keys:no-such-key");
    }

    [Fact]
    public async Task A_key_is_revoked_with_a_reason_that_its_owner_reads()
    {
        var developer = await portal.DeveloperAsync();
        var key = await portal.RequestAsync(developer);

        var row = await portal.Publisher.Http.PostAsync<ApiKeyRow>($"/api/v1/keys/{key.Key.Id}/revoke", new { reason = "Found in a public repository" }, HttpStatusCode.OK);

        Assert.Equal((ApiKeyState.Revoked, "Found in a public repository"), (row.State, row.Reason));
        Assert.Equal(HttpStatusCode.Forbidden, await portal.CallAsync(key.Value));
        Assert.Equal("Found in a public repository", Assert.Single(Assert.Single((await KeysPortal.AppAsync(developer, key.AppId)).Subscriptions).Keys).Reason);
    }

    [Fact]
    public async Task The_first_key_is_a_step()
    {
        var stranger = await portal.PersonAsync(Role.Publisher);
        await portal.RequestAsync(await portal.DeveloperAsync());

        Assert.Contains(FirstStep.Key, (await portal.Publisher.Http.GetAsync<FirstSteps>("/api/v1/first-steps")).Done);
        Assert.DoesNotContain(FirstStep.Key, (await stranger.Http.GetAsync<FirstSteps>("/api/v1/first-steps")).Done);
    }

    [Fact]
    public async Task A_plan_with_keys_is_not_deleted()
    {
        var developer = await portal.DeveloperAsync();
        var plan = await portal.OfferAsync(Portal.Shared.Plans.Availability.Open);
        var key = await portal.RequestAsync(developer, plan);
        var deletion = await Selling.DeleteAsync(portal.Publisher, plan);
        var run = await portal.Publisher.Http.GetAsync<Portal.Shared.Sync.RunView>($"/api/v1/runs/{deletion.RunId}");

        await portal.Publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/runs/{run.Id}/approve", new { fingerprint = run.Fingerprint, version = run.Version, confirmedName = run.NameToType })
            .RefusedAsync(HttpStatusCode.Conflict, "urn:portal:keys:plan-in-use");
        await KeysPortal.RevokeAsync(developer, key.Key);
        Assert.Equal(Portal.Shared.Sync.RunState.Done, (await Pipeline.ApproveAsync(portal.Publisher, run)).State);

        Assert.Equal(SubscriptionState.Ended, Assert.Single((await KeysPortal.AppAsync(developer, key.AppId)).Subscriptions).State);
    }

    private static Task<Page<ApiKeyRow>> ListAsync(Person person, string query) => person.Http.GetAsync<Page<ApiKeyRow>>($"/api/v1/keys?{query}");

    private static Task<HttpResponseMessage> FindAsync(Person person, string value) => person.Http.SendAsync(HttpMethod.Post, "/api/v1/keys/find", new { value });
}
