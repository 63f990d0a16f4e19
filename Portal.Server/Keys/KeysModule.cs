using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

internal static class KeysModule
{
    public static void AddPortalKeys(this IServiceCollection services)
    {
        services.AddScoped<IPersonalOwners, AppOwners>();
        services.AddScoped<IPersonalOwners, OwnSubscriptionOwners>();
        services.AddScoped<IPersonalOwners, OwnApiKeyOwners>();
        services.AddScoped<IOwners, SubscriptionOwners>();
        services.AddScoped<IOwners, ApiKeyOwners>();
        services.AddScoped<IRunListener, PlanEndListener>();
        services.AddScoped<IStakes, PlanStakes>();
        services.AddScoped<IPlanKeys, KeysOfPlans>();
        services.AddScoped<ITakesOver, TakenApiKey>();
        services.AddScoped<IFirstStep, FirstKey>();
        services.AddScoped<OfferedPlans>();
        services.AddScoped<AppViews>();
        services.AddScoped<KeyIssuing>();
        services.AddScoped<KeyEnding>();
        services.AddScoped<KeyUsageReading>();
        services.AddScoped<QuotaCarrying>();
        services.AddScoped<KeyTrying>();
        services.AddSingleton<KeyDigests>();
        services.AddRounds<KeyTender>();
    }

    public static void MapKeys(this IEndpointRouteBuilder api)
    {
        api.MapOwn();

        api.MapGet("/subscriptions", (SubscriptionState? state, Guid? planId, int? skip, int? take, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ListSubscriptions { State = state, PlanId = planId, Skip = skip ?? 0, Take = take ?? 50 }, cancellationToken)).Asks<ListSubscriptions>();
        api.MapPost("/subscriptions/{id:guid}/approve", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new ApproveSubscription(id), cancellationToken)).Asks<ApproveSubscription>();
        api.MapPost("/subscriptions/{id:guid}/refuse", (Guid id, RefuseSubscription request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { Id = id }, cancellationToken)).Asks<RefuseSubscription>();

        api.MapGet("/keys", (string? search, ApiKeyState? state, Guid? planId, int? skip, int? take, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ListApiKeys { Search = search, State = state, PlanId = planId, Skip = skip ?? 0, Take = take ?? 50 }, cancellationToken)).Asks<ListApiKeys>();
        api.MapPost("/keys/find", (FindApiKey request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request, cancellationToken)).Asks<FindApiKey>();
        api.MapPost("/keys/{id:guid}/revoke", (Guid id, RevokeApiKey request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { Id = id }, cancellationToken)).Asks<RevokeApiKey>();
    }

    /// <summary>What developers do with what is their own.</summary>
    private static void MapOwn(this IEndpointRouteBuilder api)
    {
        api.MapGet("/apps", (IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new ListApps(), cancellationToken)).Asks<ListApps>();
        api.MapPost("/apps", (CreateApp request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request, cancellationToken, app => TypedResults.Created($"/api/v1/apps/{app.Id}", app))).Asks<CreateApp>(StatusCodes.Status201Created);
        api.MapGet("/apps/{id:guid}", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetApp(id), cancellationToken)).Asks<GetApp>();
        api.MapPut("/apps/{id:guid}", (Guid id, ChangeApp request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request with { Id = id }, cancellationToken)).Asks<ChangeApp>();
        api.MapDelete("/apps/{id:guid}", (Guid id, int version, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new DeleteApp(id, version), cancellationToken)).Asks<DeleteApp>();

        api.MapGet("/apis/{id:guid}/offers", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetPlanOffers(id), cancellationToken)).Asks<GetPlanOffers>();
        api.MapPost("/own/keys", (RequestApiKey request, IPortal portal, HttpContext http, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request, cancellationToken, key => http.Once(key))).Asks<RequestApiKey>(StatusCodes.Status201Created);
        api.MapPost("/own/keys/{id:guid}/rotate", (Guid id, RotateApiKey request, IPortal portal, HttpContext http, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { Id = id }, cancellationToken, key => http.Once(key))).Asks<RotateApiKey>(StatusCodes.Status201Created);
        api.MapPost("/own/keys/{id:guid}/revoke", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new RevokeOwnApiKey(id), cancellationToken)).Asks<RevokeOwnApiKey>();
        api.MapGet("/own/keys/{id:guid}/usage", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetApiKeyUsage(id), cancellationToken)).Asks<GetApiKeyUsage>();
        api.MapGet("/own/keys/{id:guid}/stages", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new ListKeyStages(id), cancellationToken)).Asks<ListKeyStages>();
        api.MapPost("/own/keys/{id:guid}/try", (Guid id, TryApiKey request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request with { Id = id }, cancellationToken)).Asks<TryApiKey>();
        api.MapPost("/own/keys/{id:guid}/talk", (Guid id, TalkByApiKey request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request with { Id = id }, cancellationToken)).Asks<TalkByApiKey>();
        api.MapPost("/own/subscriptions/{id:guid}/key", (Guid id, IssueApiKey request, IPortal portal, HttpContext http, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { SubscriptionId = id }, cancellationToken, key => http.Once(key))).Asks<IssueApiKey>(StatusCodes.Status201Created);
        api.MapDelete("/own/subscriptions/{id:guid}", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new EndSubscription(id), cancellationToken)).Asks<EndSubscription>();
    }

    /// <summary>An answer that nothing on its way may keep, and that has no address: it is given once.</summary>
    private static JsonHttpResult<T> Once<T>(this HttpContext http, T value)
    {
        http.Response.Headers.CacheControl = "no-store";

        return TypedResults.Json(value, statusCode: StatusCodes.Status201Created);
    }
}
