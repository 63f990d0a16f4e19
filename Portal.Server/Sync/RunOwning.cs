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

    public static async Task<Refusal?> NotOursOrNullAsync(this PortalDb db, ChangeRun run, CancellationToken cancellationToken)
    {
        var things = await ImportedAsync(db, run, cancellationToken);

        return things.Find(thing => thing.OwnedBy is not null) is { OwnedBy: { } owner } ? Refusals.OwnedElsewhere(owner) : things is [] ? null : Refusals.NotAdopted;
    }

    private static async Task<List<KnownThing>> ImportedAsync(PortalDb db, ChangeRun run, CancellationToken cancellationToken)
    {
        string[] ids = run.Scope.Subject.Kind is Kind.Mark ? [] : [run.Scope.Subject.Id, .. run.Parts];

        return await db.Set<KnownThing>().AsNoTracking()
            .Where(thing => thing.ConnectionId == run.ConnectionId && ids.Contains(thing.PortalId) && (thing.OwnedBy != null || !thing.IsAdopted))
            .ToListAsync(cancellationToken);
    }
}
