using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Bundles;

internal static class BundleRoutes
{
    public static void AddBundles(this IServiceCollection services)
    {
        services.AddScoped<Picking>();
        services.AddScoped<BundleReading>();
        services.AddScoped<BundleViews>();
        services.AddSingleton<BundleProposals>();
        services.AddSingleton<BundleSchedule>();
        services.AddHostedService(scope => scope.GetRequiredService<BundleSchedule>());
    }

    public static void MapBundles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/out-of-step", (Guid? connection, bool? laterStages, int? skip, int? take, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ListOutOfStep { Connection = connection, LaterStages = laterStages ?? false, Skip = skip ?? 0, Take = take ?? 100 }, cancellationToken)).Asks<ListOutOfStep>();

        api.MapGet("/bundles", (int? skip, int? take, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ListBundles { Skip = skip ?? 0, Take = take ?? 25 }, cancellationToken)).Asks<ListBundles>();
        api.MapPost("/bundles", (ProposeBundle request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request, cancellationToken, bundle => TypedResults.Accepted(bundle.Id is { } id ? $"/api/v1/bundles/{id}" : null, bundle))).Asks<ProposeBundle>(StatusCodes.Status202Accepted);
        api.MapGet("/bundles/{id:guid}", (Guid id, PartState? state, int? skip, int? take, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new GetBundle(id) { State = state, Skip = skip ?? 0, Take = take ?? 50 }, cancellationToken)).Asks<GetBundle>();
        api.MapGet("/bundles/{id:guid}/text", (Guid id, int? most, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new GetBundleAsText(id) { Most = most ?? RunText.Comment }, cancellationToken, bundle => TypedResults.Text(bundle.Markdown, "text/markdown"))).AsksForFile<GetBundleAsText>("text/markdown");
        api.MapPost("/bundles/{id:guid}/approve", (Guid id, ApproveBundle request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { Id = id }, cancellationToken)).Asks<ApproveBundle>();
        api.MapPost("/bundles/{id:guid}/leave-out", (Guid id, LeaveOutOfBundle request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { Id = id }, cancellationToken)).Asks<LeaveOutOfBundle>();
        api.MapPost("/bundles/{id:guid}/take-in", (Guid id, TakeIntoBundle request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { Id = id }, cancellationToken)).Asks<TakeIntoBundle>();
        api.MapPost("/bundles/{id:guid}/cancel", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new CancelBundle(id), cancellationToken)).Asks<CancelBundle>();
    }
}
