using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class SwitchToWritingHandler(PortalDb db, IAuditTrail audit, SandboxHost sandbox) : IHandler<SwitchToWriting, ConnectionView>
{
    public async Task<Answer<ConnectionView>> HandleAsync(SwitchToWriting request, CurrentUser user, CancellationToken cancellationToken)
    {
        var connection = await db.Set<Connection>().SingleOrDefaultAsync(connection => connection.Id == request.Id, cancellationToken);

        if (connection is null)
        {
            return Platform.Refusals.NotFound;
        }

        if (request.TypedName != connection.Name)
        {
            return Refusals.WrongName;
        }

        connection.Writable = true;
        audit.Record(user, "connections.switch-to-writing", connection.Name, connection.Way);
        await db.SaveChangesAsync(cancellationToken);

        return connection.ToView(sandbox.Address);
    }
}
