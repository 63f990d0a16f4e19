using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class RemoveConnectionHandler(PortalDb db, IAuditTrail audit) : IHandler<RemoveConnection, Nothing>
{
    public async Task<Answer<Nothing>> HandleAsync(RemoveConnection request, CurrentUser user, CancellationToken cancellationToken)
    {
        var connection = await db.Set<Connection>().SingleOrDefaultAsync(connection => connection.Id == request.Id, cancellationToken);

        if (connection is null)
        {
            return Platform.Refusals.NotFound;
        }

        if (connection.IsSandbox)
        {
            return Refusals.SandboxStays;
        }

        db.Remove(connection);
        audit.Record(user, "connections.remove", connection.Name);

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is not DbUpdateConcurrencyException)
        {
            // Who uses it stands to the right of this room; the database knows, and lets nobody in between.
            return Refusals.InUse;
        }

        return Nothing.AtAll;
    }
}
