using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Sync;

/// <summary>
/// Says what an import would bring. What was imported before is read whole and compared by taking it, in a scope that is never saved. Of a large account some APIs are looked at, the first for a person
/// who waits, those that are asked for after them behind everybody.
/// </summary>
internal sealed class PreviewImportHandler(PortalDb db, ImportReading reading, IEnumerable<IImporter> importers) : IHandler<PreviewImport, ImportPreview>
{
    /// <summary>AWS takes ten calls a second, of which the portal has its share: for so many a person waits some ten seconds.</summary>
    private const int CallsAtATime = 80;

    /// <summary>What reading one whole takes, about.</summary>
    private const int CallsToCompare = 10;

    public async Task<Answer<ImportPreview>> HandleAsync(PreviewImport request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await db.Set<Connection>().AsNoTracking().SingleOrDefaultAsync(connection => connection.Id == request.ConnectionId, cancellationToken) is not { } connection)
        {
            return Platform.Refusals.NotFound;
        }

        try
        {
            using var errand = Errands.On(request.LeftOut > 0 ? Errand.Background : Errands.Now);

            return await PreviewAsync(connection, request.LeftOut, user, cancellationToken);
        }
        catch (GatewayRefusedException refused)
        {
            return Refusals.GatewayRefused(refused);
        }
    }

    private async Task<ImportPreview> PreviewAsync(Connection connection, int leftOut, CurrentUser user, CancellationToken cancellationToken)
    {
        var isFirst = leftOut is 0;
        var heads = await reading.HeadsAsync(connection.Id, apisAlone: !isFirst, cancellationToken);
        var next = Next(heads, leftOut);
        var plans = heads.Account.Plans.Where(plan => IsImported(heads, plan.Path, plan.Mark)).ToList();
        var found = await reading.WithStagesAsync(connection.Id, heads, [.. next.Union(NamedBy(plans, heads))], cancellationToken);
        var imported = found.Account.Apis.Where(api => next.Exists(one => one.Path == api.Path) && IsImported(found, api.Path, api.Mark)).Select(api => api.AwsId).ToList();
        var compared = await reading.ReadAsync(connection.Id, Guid.Empty, user.Id, found, new ImportSelection(imported, [.. plans.Select(plan => plan.AwsId)], []), cancellationToken);
        var gone = await importers.GoneAsync(connection.Id, found, stagesAlone: !isFirst, cancellationToken);
        await reading.TakeAsync(compared, cancellationToken);

        return new ImportPreview
        {
            RestApis = [.. Views(found, compared, Kind.RestApi, isFirst)],
            HttpApis = [.. Views(found, compared, Kind.HttpApi, isFirst)],
            WebSocketApis = [.. Views(found, compared, Kind.WebSocketApi, isFirst)],
            UsagePlans = [.. found.Account.Plans.Select(plan => ImportViews.View(found, plan, compared.Plans.FirstOrDefault(one => one.Found == plan)))],
            Things = [.. found.Account.Things.Select(thing => ImportViews.View(found, thing))],
            Keys = found.Account.Keys,
            Gone = gone,
            ToAdopt = found.Imported.Values.Count(thing => thing is { IsAdopted: false, OwnedBy: null, CanBeMarked: true }),
            Writable = connection.Writable,
            Apis = found.Account.Apis.Count,
            Looked = Math.Min(found.Account.Apis.Count, leftOut + next.Count),
        };
    }

    /// <summary>As many as the calls that they take allow, and one at least.</summary>
    private static List<FoundApi> Next(FoundThings heads, int leftOut)
    {
        var next = new List<FoundApi>();
        var calls = 0;

        foreach (var api in heads.Account.Apis.Skip(leftOut))
        {
            calls += IsImported(heads, api.Path, api.Mark) ? CallsToCompare : 1;

            if (calls > CallsAtATime && next is not [])
            {
                break;
            }

            next.Add(api);
        }

        return next;
    }

    private static bool IsImported(FoundThings found, string path, string? mark) => found.Imported.ContainsKey(path) && found.IdOf(path, mark) is not null;

    /// <summary>A plan that was imported is compared with the stages that it names.</summary>
    private static IEnumerable<FoundApi> NamedBy(IReadOnlyList<FoundPlan> plans, FoundThings heads)
    {
        var named = plans.SelectMany(plan => plan.Terms.Stages.Keys).Select(key => UsagePlanSpec.ForeignOf(key)!.Value.RestApiId).ToHashSet();

        return heads.Account.Apis.Where(api => named.Contains(api.AwsId));
    }

    private static IEnumerable<FoundApiView> Views(FoundThings found, Import compared, Kind kind, bool isFirst) =>
        from api in found.Account.Apis
        where api.Kind == kind && (isFirst || api.IsLooked)
        select ImportViews.View(found, api, compared.Apis.FirstOrDefault(one => one.Found == api));
}
