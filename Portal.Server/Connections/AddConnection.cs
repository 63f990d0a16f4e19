using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class AddConnectionHandler(PortalDb db, IAuditTrail audit, TimeProvider clock) : IHandler<AddConnection, ConnectionView>
{
    public async Task<Answer<ConnectionView>> HandleAsync(AddConnection request, CurrentUser user, CancellationToken cancellationToken)
    {
        var name = request.Name.Trim();

        if (await db.Set<Connection>().AnyAsync(connection => connection.Name == name, cancellationToken))
        {
            return Refusals.NameTaken(name);
        }

        var connection = new Connection
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            Region = request.Region,
            RoleArn = Connection.Said(request.RoleArn),
            ServiceUrl = Connection.Said(request.ServiceUrl),
            TerraformTag = Connection.Said(request.TerraformTag),
            AccessLogGroupArn = Connection.Said(request.AccessLogGroupArn),
            IsSandbox = false,
            Writable = false,
            CreatedAt = clock.GetUtcNow(),
        };

        db.Add(connection);
        audit.Record(user, "connections.add", name, connection.Way);
        await db.SaveChangesAsync(cancellationToken);

        return connection.ToView(sandbox: null);
    }
}
