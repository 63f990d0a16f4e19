using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Sync;

/// <summary>Whether what a run is about was imported, and whose it is: what another tool owns is never written, and what is not adopted not yet.</summary>
internal static class RunOwning
{
    /// <summary>The tool that owns it, in words; null where none does.</summary>
    public static async Task<string?> OwnerAsync(this PortalDb db, ChangeRun run, CancellationToken cancellationToken) =>
        (await ImportedAsync(db, run, cancellationToken)).Find(thing => thing.OwnedBy is not null)?.OwnedBy;

    public static async Task<Refusal?> NotOursOrNullAsync(this PortalDb db, ChangeRun run, CancellationToken cancellationToken) => RefusalOrNull(await ImportedAsync(db, run, cancellationToken));

    /// <summary>All that is not the portal's to write, by connection and the portal's id.</summary>
    public static async Task<ILookup<(Guid Connection, string Id), KnownThing>> NotOursAsync(this PortalDb db, CancellationToken cancellationToken) =>
        (await db.Set<KnownThing>().AsNoTracking().Where(thing => thing.OwnedBy != null || !thing.IsAdopted).ToListAsync(cancellationToken)).ToLookup(thing => (thing.ConnectionId, thing.PortalId));

    /// <summary>The same as above of a run among many.</summary>
    public static Refusal? NotOursOrNull(this ChangeRun run, ILookup<(Guid Connection, string Id), KnownThing> notOurs) =>
        RefusalOrNull([.. IdsOf(run).SelectMany(id => notOurs[(run.ConnectionId, id)])]);

    private static Refusal? RefusalOrNull(List<KnownThing> things) =>
        things.Find(thing => thing.OwnedBy is not null) is { OwnedBy: { } owner } ? Refusals.OwnedElsewhere(owner) : things is [] ? null : Refusals.NotAdopted;

    private static string[] IdsOf(ChangeRun run) => run.Scope.Subject.Kind is Kind.Mark ? [] : [run.Scope.Subject.Id, .. run.Parts];

    private static async Task<List<KnownThing>> ImportedAsync(PortalDb db, ChangeRun run, CancellationToken cancellationToken)
    {
        var ids = IdsOf(run);

        return await db.Set<KnownThing>().AsNoTracking()
            .Where(thing => thing.ConnectionId == run.ConnectionId && ids.Contains(thing.PortalId) && (thing.OwnedBy != null || !thing.IsAdopted))
            .ToListAsync(cancellationToken);
    }
}
