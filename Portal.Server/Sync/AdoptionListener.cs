using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;

namespace Portal.Server.Sync;

/// <summary>Writes down which imported things bear the portal's tag, when a run that puts it on, or takes it off, is done. It does not save: whoever ends the run does.</summary>
internal sealed class AdoptionListener(PortalDb db) : IRunListener
{
    public const string Reference = "sync.adoption";

    public async Task DoneAsync(FinishedRun run, CancellationToken cancellationToken)
    {
        var isTakenBack = run.Undoes is not null;

        foreach (var thing in await ThingsAsync(run, cancellationToken))
        {
            thing.IsAdopted = !isTakenBack || run.Holds.OfType<MarkSpec>().Any(mark => mark.Id == thing.Path);
        }
    }

    public async Task StoppedAsync(FinishedRun run, CancellationToken cancellationToken)
    {
        foreach (var thing in await ThingsAsync(run, cancellationToken))
        {
            thing.IsAdopted |= run.Holds.OfType<MarkSpec>().Any(mark => mark.Id == thing.Path && mark.Portal == thing.PortalId);
        }
    }

    private async Task<IReadOnlyList<KnownThing>> ThingsAsync(FinishedRun run, CancellationToken cancellationToken)
    {
        if (run.Reference is not Reference || await ScopeOrNullAsync(run.Id, cancellationToken) is not { } scope)
        {
            return [];
        }

        var things = await db.Set<KnownThing>().Where(thing => thing.ConnectionId == scope.Connection).ToListAsync(cancellationToken);

        return [.. things.Where(thing => scope.Parts.Contains(thing.Path))];
    }

    /// <summary>A run that had nothing to do is not in the database yet.</summary>
    private async Task<GatewayScope?> ScopeOrNullAsync(Guid run, CancellationToken cancellationToken) =>
        (db.Set<ChangeRun>().Local.FirstOrDefault(local => local.Id == run) ?? await db.Set<ChangeRun>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == run, cancellationToken))?.Scope;
}
