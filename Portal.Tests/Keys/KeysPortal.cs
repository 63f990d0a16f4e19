using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Keys;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Keys;
using Portal.Shared.Plans;
using Portal.Shared.Stages;
using Portal.Tests.Plans;

namespace Portal.Tests.Keys;

/// <summary>A portal with a published API that asks for keys, deployed in the sandbox, and a plan that is offered for it; and what people do with keys, over HTTP.</summary>
public class KeysPortal : PortalFixture, IAsyncLifetime
{
    private static readonly HttpClient Caller = new();

    internal Person Publisher { get; private set; } = null!;

    internal ApiView Api { get; private set; } = null!;

    internal StageView Stage { get; private set; } = null!;

    /// <summary>Open; a hundred requests a second, a thousand a day.</summary>
    internal UsagePlanView Plan { get; private set; } = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Publisher = await PersonAsync(Role.Publisher);
        Api = await Catalog.Given.ApiAsync(Publisher, text: Selling.KeyedPets);
        Stage = await Selling.DeployedStageAsync(Publisher, Api);
        Plan = await OfferAsync(Availability.Open);
        Api = await Publisher.Http.GetAsync<ApiView>($"/api/v1/apis/{Api.Id}");
        Api = await PublishAsync(Api);
    }

    internal async Task<ApiView> PublishAsync(ApiView api) => await Publisher.Http.PutAsync<ApiView>($"/api/v1/apis/{api.Id}", new { api.Name, api.Description, status = "Published", audience = "Developers", teamId = api.Team.Id, api.Version });

    internal Task<Person> DeveloperAsync() => PersonAsync(Role.Developer);

    /// <summary>A plan of its own, in AWS and offered.</summary>
    internal async Task<UsagePlanView> OfferAsync(Availability availability, Func<CreateUsagePlan, CreateUsagePlan>? terms = null)
    {
        var wanted = Selling.Terms(Publisher, Stage.ConnectionId, Stage);
        var plan = await Selling.MakeAsync(Publisher, terms?.Invoke(wanted) ?? wanted);
        await Selling.ApplyAsync(Publisher, plan);

        return await OfferAsync(plan, availability);
    }

    internal Task<UsagePlanView> OfferAsync(UsagePlanView plan, Availability availability) =>
        Publisher.Http.PutAsync<UsagePlanView>($"/api/v1/plans/{plan.Id}/availability", new { availability });

    internal Task<HttpResponseMessage> TryRequestAsync(Person developer, UsagePlanView? plan = null, string app = "My app") =>
        developer.Http.SendAsync(HttpMethod.Post, "/api/v1/own/keys", new { planId = (plan ?? Plan).Id, appName = app });

    internal async Task<RequestedApiKey> RequestAsync(Person developer, UsagePlanView? plan = null, string app = "My app") =>
        await (await TryRequestAsync(developer, plan, app)).AnswerAsync<RequestedApiKey>(HttpStatusCode.Created);

    internal static async Task<IssuedApiKey> RotateAsync(Person developer, ApiKeyView key, int overlapHours = 24) =>
        await developer.Http.PostAsync<IssuedApiKey>($"/api/v1/own/keys/{key.Id}/rotate", new { overlapHours });

    internal static Task<ApiKeyView> RevokeAsync(Person developer, ApiKeyView key) => developer.Http.PostAsync<ApiKeyView>($"/api/v1/own/keys/{key.Id}/revoke", new { }, HttpStatusCode.OK);

    internal static Task<AppView> AppAsync(Person developer, Guid app) => developer.Http.GetAsync<AppView>($"/api/v1/apps/{app}");

    /// <summary>What the deployed stage answers a caller with this key.</summary>
    internal async Task<HttpStatusCode> CallAsync(string? key)
    {
        var address = await Publisher.Http.GetAsync<StageAddressView>($"/api/v1/stages/{Stage.Id}/address");
        using var message = new HttpRequestMessage(HttpMethod.Get, $"{address.InvokeUrl}/pets");
        message.Headers.Add("x-api-key", key is null ? [] : [key]);
        using var answer = await Caller.SendAsync(message, Cancelled);

        return answer.StatusCode;
    }

    /// <summary>Does what is due, as the portal does it every half minute.</summary>
    internal Task<int> TendAsync(DateTimeOffset? cutBefore = null) => Services.GetRequiredService<KeyTender>().TendAsync(cutBefore, Cancelled);

    internal async Task<T> ReadAsync<T>(Func<PortalDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();

        return await query(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    /// <summary>Lets the time pass after which a key is due.</summary>
    internal Task<int> AgeAsync(ApiKeyView key) => ReadAsync(db => db.Set<ApiKey>().Where(row => row.Id == key.Id).ExecuteUpdateAsync(
        rows => rows
            .SetProperty(row => row.OverlapEndsAt, row => row.OverlapEndsAt == null ? null : (DateTimeOffset?)DateTimeOffset.UnixEpoch)
            .SetProperty(row => row.ExpiresAt, row => row.ExpiresAt == null ? null : (DateTimeOffset?)DateTimeOffset.UnixEpoch)
            .SetProperty(row => row.DueAt, DateTimeOffset.UnixEpoch),
        Cancelled));
}
