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
    }

    public static void MapBundles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/out-of-step", (Guid? connection, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ListOutOfStep { Connection = connection }, cancellationToken)).Asks<ListOutOfStep>();

        api.MapGet("/bundles", (int? skip, int? take, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ListBundles { Skip = skip ?? 0, Take = take ?? 25 }, cancellationToken)).Asks<ListBundles>();
        api.MapPost("/bundles", (ProposeBundle request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request, cancellationToken)).Asks<ProposeBundle>();
        api.MapGet("/bundles/{id:guid}", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetBundle(id), cancellationToken)).Asks<GetBundle>();
        api.MapGet("/bundles/{id:guid}/text", (Guid id, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new GetBundleAsText(id), cancellationToken, bundle => TypedResults.Text(bundle.Markdown, "text/markdown"))).AsksForFile<GetBundleAsText>("text/markdown");
        api.MapPost("/bundles/{id:guid}/approve", (Guid id, ApproveBundle request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { Id = id }, cancellationToken)).Asks<ApproveBundle>();
        api.MapPost("/bundles/{id:guid}/cancel", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new CancelBundle(id), cancellationToken)).Asks<CancelBundle>();
    }
}
