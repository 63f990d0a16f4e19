using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

internal static class DriftModule
{
    public static void AddDrift(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(DriftOptions.Of(configuration));
        services.AddSingleton<DriftWitness>();
        services.AddSingleton<AppliedKeys>();
        services.AddSingleton<DriftChecker>();
        services.AddSingleton<DriftRounds>();
        services.AddHostedService<EarlierRuns>();
        services.AddSingleton<DriftSchedule>();
        services.AddHostedService(scope => scope.GetRequiredService<DriftSchedule>());
        services.AddScoped<IAppliedSpecs, KnownSpecs>();
        services.AddScoped<FindingViews>();
        services.AddScoped<FindingSelection>();
        services.AddScoped<IOwners, FindingOwners>();
    }

    public static void MapDrift(this IEndpointRouteBuilder api)
    {
        api.MapGet("/drift", (FindingState? state, string? subject, Guid? connection, int? skip, int? take, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ListDrift { State = state, Subject = subject, Connection = connection, Skip = skip ?? 0, Take = take ?? 25 }, cancellationToken)).Asks<ListDrift>();
        api.MapGet("/drift/status", (string? subject, Guid? connection, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new GetDriftStatus { Subject = subject, Connection = connection }, cancellationToken)).Asks<GetDriftStatus>();
        api.MapPost("/drift/check", (CheckDrift request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request, cancellationToken, status => TypedResults.Accepted("/api/v1/drift/status", status))).Asks<CheckDrift>(StatusCodes.Status202Accepted);
        api.MapGet("/drift/{id:guid}", (Guid id, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new GetFinding(id), cancellationToken)).Asks<GetFinding>();
        api.MapPost("/drift/{id:guid}/restore", (Guid id, RestoreDrift request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { Id = id }, cancellationToken, made => TypedResults.Created($"/api/v1/runs/{made.RunId}", made))).Asks<RestoreDrift>(StatusCodes.Status201Created);
        api.MapPost("/drift/{id:guid}/take-over", (Guid id, TakeOverDrift request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { Id = id }, cancellationToken)).Asks<TakeOverDrift>();
        api.MapPost("/drift/{id:guid}/ignore", (Guid id, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new IgnoreDrift(id), cancellationToken)).Asks<IgnoreDrift>();
        api.MapPost("/drift/{id:guid}/reopen", (Guid id, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ReopenDrift(id), cancellationToken)).Asks<ReopenDrift>();
    }
}
