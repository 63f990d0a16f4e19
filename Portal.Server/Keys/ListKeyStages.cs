using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.WebSockets;
using Portal.Server.Plans;
using Portal.Server.Platform;
using Portal.Server.Stages;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

internal sealed class ListKeyStagesHandler(PortalDb db) : IHandler<ListKeyStages, Page<KeyStage>>
{
    public async Task<Answer<Page<KeyStage>>> HandleAsync(ListKeyStages request, CurrentUser user, CancellationToken cancellationToken)
    {
        var rows = await (
            from opened in db.StagesOfKey(request.Id)
            join release in db.Set<Release>() on opened.Stage.ReleaseId equals release.Id
            join revision in db.Set<ApiRevision>() on release.RevisionId equals revision.Id
            orderby opened.Api.Name, opened.Stage.Position, opened.Stage.Id
            select new { opened.Stage.Id, Api = opened.Api.Name, opened.Api.Protocol, Stage = opened.Stage.Name, revision.Text }).ToListAsync(cancellationToken);

        return new Page<KeyStage>
        {
            Items = [.. rows.Select(row => new KeyStage { StageId = row.Id, Api = row.Api, Stage = row.Stage, Protocol = row.Protocol, Operations = row.Protocol is Protocol.WebSocket ? MessagesOf(row.Text) : OperationsOf(row.Text) })],
            Total = rows.Count,
        };
    }

    private static IReadOnlyList<string> MessagesOf(string document) => [.. SocketRouteTable.Of(ApiRevision.Read(document), 0).Routes.Where(route => route is { IsLeftOut: false, Key: not ['$', ..] }).Select(route => route.Key)];

    private static IReadOnlyList<string> OperationsOf(string document) => [.. RouteTable.Of(ApiRevision.Read(document)).ToView(0).Routes.Where(route => !route.IsLeftOut && !route.IsPreflight).Select(route => $"{route.Method} {route.Path}")];
}

internal static class KeyStages
{
    /// <summary>The stages that a key's plan opens.</summary>
    public static IQueryable<OpenedStage> StagesOfKey(this PortalDb db, Guid key) =>
        from row in db.Set<ApiKey>().AsNoTracking()
        where row.Id == key
        join subscription in db.Set<Subscription>() on row.SubscriptionId equals subscription.Id
        join opened in db.Set<UsagePlanStage>() on subscription.PlanId equals opened.PlanId
        join stage in db.Set<Stage>() on opened.StageId equals stage.Id
        join api in db.Set<Api>() on stage.ApiId equals api.Id
        select new OpenedStage { Stage = stage, Api = api };
}

internal sealed record OpenedStage
{
    public required Stage Stage { get; init; }

    public required Api Api { get; init; }
}
