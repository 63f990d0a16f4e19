using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class TakeTerraformStateHandler(PortalDb db, IAuditTrail audit, TimeProvider time) : IHandler<TakeTerraformState, Nothing>
{
    public async Task<Answer<Nothing>> HandleAsync(TakeTerraformState request, CurrentUser user, CancellationToken cancellationToken)
    {
        var connection = await db.Set<Connection>().SingleOrDefaultAsync(connection => connection.Id == request.ConnectionId, cancellationToken);
        var states = await db.Set<TerraformState>().Where(state => state.ConnectionId == request.ConnectionId).ToListAsync(cancellationToken);

        if (connection is null || states.Find(state => string.Equals(state.Name, request.Name, StringComparison.OrdinalIgnoreCase)) is not { } state)
        {
            return Platform.Refusals.NotFound;
        }

        db.Remove(state);
        states.Remove(state);
        await TerraformOwning.RenewAsync(db, connection, states, time.GetUtcNow(), cancellationToken);
        audit.Record(user, "connections.take-state", connection.Name, state.Name);
        await db.SaveChangesAsync(cancellationToken);

        return Nothing.AtAll;
    }
}
