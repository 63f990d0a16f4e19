using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class SwitchToReadOnlyHandler(PortalDb db, IAuditTrail audit, SandboxHost sandbox) : IHandler<SwitchToReadOnly, ConnectionView>
{
    public async Task<Answer<ConnectionView>> HandleAsync(SwitchToReadOnly request, CurrentUser user, CancellationToken cancellationToken)
    {
        var connection = await db.Set<Connection>().SingleOrDefaultAsync(connection => connection.Id == request.Id, cancellationToken);

        if (connection is null)
        {
            return Platform.Refusals.NotFound;
        }

        connection.Writable = false;
        audit.Record(user, "connections.switch-to-read-only", connection.Name);
        await db.SaveChangesAsync(cancellationToken);

        return connection.ToView(sandbox.Address);
    }
}
