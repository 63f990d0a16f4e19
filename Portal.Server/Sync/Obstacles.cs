using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>What stands against beginning or continuing a run.</summary>
internal static class Obstacles
{
    public static async Task<Refusal?> ObstacleOrNullAsync(this PortalDb db, ChangeRun run, CancellationToken cancellationToken)
    {
        var connection = await db.Set<Connection>().AsNoTracking().SingleAsync(connection => connection.Id == run.ConnectionId, cancellationToken);

        if (!connection.Writable)
        {
            return Refusals.ReadOnly(connection.Name);
        }

        var other = await db.Set<ChangeRun>()
            .Where(other => other.Id != run.Id && other.ConnectionId == run.ConnectionId && other.Api == run.Api
                && (other.State == RunState.Approved || other.State == RunState.Running))
            .Select(other => other.Title)
            .FirstOrDefaultAsync(cancellationToken);

        return other is null ? null : Refusals.OnItsWay(other);
    }
}
