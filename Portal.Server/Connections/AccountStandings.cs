using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

/// <summary>Tells how what was found in an account stands to the portal.</summary>
internal sealed class AccountStandings(PortalDb db, IAppliedSpecs applied)
{
    public async Task<Func<FoundThing, (Guid? Id, ThingStanding Standing)>> OfAsync(Guid connection, Kind kind, CancellationToken cancellationToken)
    {
        var imported = await db.Set<KnownThing>().AsNoTracking().Where(thing => thing.ConnectionId == connection).ToDictionaryAsync(thing => thing.Path, thing => thing.PortalId, cancellationToken);
        var ours = (await applied.OfKindAsync(connection, kind, cancellationToken)).Select(spec => spec.Address.Id).Concat(imported.Values).ToHashSet();

        return found => (found.Mark, imported.GetValueOrDefault(found.Path)) switch
        {
            ({ } mark, _) when ours.Contains(mark) => (IdOf(mark), ThingStanding.Ours),
            ({ }, _) => (null, ThingStanding.Elsewhere),
            (null, { } known) => (IdOf(known), ThingStanding.Imported),
            _ => (null, ThingStanding.Foreign),
        };
    }

    private static Guid? IdOf(string mark) => Guid.TryParse(mark, out var id) ? id : null;
}
