using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Server.Sync.Bundles;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>What stands against beginning or continuing a run.</summary>
internal sealed class Obstacles(PortalDb db, IEnumerable<IRunListener> listeners)
{
    public async Task<Refusal?> OrNullAsync(ChangeRun run, Guid approver, CancellationToken cancellationToken)
    {
        var connection = await db.Set<Connection>().AsNoTracking().SingleAsync(connection => connection.Id == run.ConnectionId, cancellationToken);

        if (!connection.Writable)
        {
            return Refusals.ReadOnly(connection.Name);
        }

        var other = await db.Set<ChangeRun>()
            .Where(other => other.Id != run.Id && other.ConnectionId == run.ConnectionId && other.Subject == run.Subject
                && (other.State == RunState.Approved || other.State == RunState.Running))
            .Select(other => other.Title)
            .FirstOrDefaultAsync(cancellationToken);

        return other is null ? await ObjectionOrNullAsync(run, approver, cancellationToken) : Refusals.OnItsWay(other);
    }

    /// <summary>The same of many at once, by run: of those against which nothing stands there is nothing in it.</summary>
    public async Task<IReadOnlyDictionary<Guid, Refusal>> OfAsync(IReadOnlyList<ChangeRun> runs, Guid approver, CancellationToken cancellationToken)
    {
        if (runs is [])
        {
            return new Dictionary<Guid, Refusal>();
        }

        var connections = await db.Set<Connection>().AsNoTracking().ToDictionaryAsync(connection => connection.Id, cancellationToken);
        var busy = await db.BusyAsync(cancellationToken);
        var imported = await db.NotOursAsync(cancellationToken);
        var found = new Dictionary<Guid, Refusal>();

        foreach (var run in runs)
        {
            var obstacle = connections[run.ConnectionId] is { Writable: false, Name: var name } ? Refusals.ReadOnly(name)
                : busy.TryGetValue((run.ConnectionId, run.Subject), out var title) ? Refusals.OnItsWay(title)
                : run.NotOursOrNull(imported) ?? await OfRoomsAsync(run, approver, cancellationToken);

            if (obstacle is not null)
            {
                found.Add(run.Id, obstacle);
            }
        }

        return found;
    }

    /// <summary>What the room that proposed it has against it, and that it is not the portal's to change.</summary>
    public async Task<Refusal?> ObjectionOrNullAsync(ChangeRun run, Guid approver, CancellationToken cancellationToken)
    {
        if (await db.NotOursOrNullAsync(run, cancellationToken) is { } notOurs)
        {
            return notOurs;
        }

        return await OfRoomsAsync(run, approver, cancellationToken);
    }

    private async Task<Refusal?> OfRoomsAsync(ChangeRun run, Guid approver, CancellationToken cancellationToken)
    {
        foreach (var listener in listeners)
        {
            if (await listener.ObjectionOrNullAsync(new Approval(run.Reference, run.ProposedBy, approver) { Undoes = run.Undoes }, cancellationToken) is { } objection)
            {
                return objection;
            }
        }

        return null;
    }
}
