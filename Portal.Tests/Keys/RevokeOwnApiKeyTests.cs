using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Keys;
using Portal.Shared.Keys;

namespace Portal.Tests.Keys;

public sealed class RevokeOwnApiKeyTests(KeysPortal portal) : IClassFixture<KeysPortal>
{
    [Fact]
    public async Task A_revoked_key_is_refused_and_stays_revoked()
    {
        var developer = await portal.DeveloperAsync();
        var key = await portal.RequestAsync(developer);

        Assert.Equal(ApiKeyState.Revoked, (await KeysPortal.RevokeAsync(developer, key.Key)).State);
        Assert.Equal(ApiKeyState.Revoked, (await KeysPortal.RevokeAsync(developer, key.Key)).State);

        Assert.Equal(HttpStatusCode.Forbidden, await portal.CallAsync(key.Value));
        await developer.Http.SendAsync(HttpMethod.Post, $"/api/v1/own/keys/{key.Key.Id}/rotate", new { }).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:keys:not-in-force");
    }

    [Fact]
    public async Task After_that_another_can_be_issued()
    {
        var developer = await portal.DeveloperAsync();
        var key = await portal.RequestAsync(developer);
        await KeysPortal.RevokeAsync(developer, key.Key);

        var another = await developer.Http.PostAsync<IssuedApiKey>($"/api/v1/own/subscriptions/{key.SubscriptionId}/key", new { });

        Assert.Equal(HttpStatusCode.OK, await portal.CallAsync(another.Value));
    }

    [Fact]
    public async Task Where_API_Gateway_says_no_it_is_asked_again()
    {
        var developer = await portal.DeveloperAsync();
        var key = await portal.RequestAsync(developer);
        await portal.ReadAsync(db => db.Set<Server.Connections.Connection>().ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Writable, false).SetProperty(row => row.Version, row => row.Version + 1), TestContext.Current.CancellationToken));

        var ending = await KeysPortal.RevokeAsync(developer, key.Key);

        Assert.Equal((ApiKeyState.Active, true), (ending.State, ending.IsEnding));
        Assert.Contains("read-only", await portal.ReadAsync(db => db.Set<ApiKey>().Where(row => row.Id == key.Key.Id).Select(row => row.Trouble).SingleAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);

        await portal.ReadAsync(db => db.Set<Server.Connections.Connection>().ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Writable, true).SetProperty(row => row.Version, row => row.Version + 1), TestContext.Current.CancellationToken));
        await portal.AgeAsync(key.Key);
        await portal.TendAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await portal.CallAsync(key.Value));
    }

    [Fact]
    public async Task Anothers_key_is_not_found_whoever_one_is()
    {
        var key = await portal.RequestAsync(await portal.DeveloperAsync());

        foreach (var role in new[] { Portal.Shared.Role.Developer, Portal.Shared.Role.Admin })
        {
            await (await portal.PersonAsync(role)).Http.SendAsync(HttpMethod.Post, $"/api/v1/own/keys/{key.Key.Id}/revoke", new { }).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
        }
    }
}
