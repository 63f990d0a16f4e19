using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Sync;

/// <summary>Says what an import would bring. What was imported before is read whole and compared by taking it, in a scope that is never saved.</summary>
internal sealed class PreviewImportHandler(PortalDb db, ImportReading reading, IEnumerable<IImporter> importers) : IHandler<PreviewImport, ImportPreview>
{
    /// <summary>Each takes eight calls and more: of so many a person waits for half a minute.</summary>
    private const int MostCompared = 40;

    public async Task<Answer<ImportPreview>> HandleAsync(PreviewImport request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await db.Set<Connection>().AsNoTracking().SingleOrDefaultAsync(connection => connection.Id == request.ConnectionId, cancellationToken) is not { } connection)
        {
            return Platform.Refusals.NotFound;
        }

        try
        {
            var found = await reading.FindAsync(connection.Id, null, cancellationToken);
            var imported = found.Account.Apis.Where(api => found.Imported.ContainsKey(api.Path) && found.IdOf(api.Path, api.Mark) is not null).Take(MostCompared).Select(api => api.AwsId).ToList();
            var plans = found.Account.Plans.Where(plan => found.Imported.ContainsKey(plan.Path) && found.IdOf(plan.Path, plan.Mark) is not null).Select(plan => plan.AwsId).ToList();
            var compared = await reading.ReadAsync(connection.Id, Guid.Empty, user.Id, found, new ImportSelection(imported, plans, []), cancellationToken);
            var gone = await importers.GoneAsync(connection.Id, found, cancellationToken);
            await reading.TakeAsync(compared, cancellationToken);

            return new ImportPreview
            {
                RestApis = [.. Views(found, compared, Kind.RestApi)],
                HttpApis = [.. Views(found, compared, Kind.HttpApi)],
                WebSocketApis = [.. Views(found, compared, Kind.WebSocketApi)],
                UsagePlans = [.. found.Account.Plans.Select(plan => ImportViews.View(found, plan, compared.Plans.FirstOrDefault(one => one.Found == plan)))],
                Things = [.. found.Account.Things.Select(thing => ImportViews.View(found, thing))],
                Keys = found.Account.Keys,
                Gone = gone,
                ToAdopt = found.Imported.Values.Count(thing => thing is { IsAdopted: false, OwnedBy: null, CanBeMarked: true }),
                Writable = connection.Writable,
            };
        }
        catch (GatewayRefusedException refused)
        {
            return Refusals.GatewayRefused(refused);
        }
    }

    private static IEnumerable<FoundApiView> Views(FoundThings found, Import compared, Kind kind) =>
        from api in found.Account.Apis where api.Kind == kind select ImportViews.View(found, api, compared.Apis.FirstOrDefault(one => one.Found == api));
}
