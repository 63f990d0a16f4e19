using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class ChangeConnectionHandler(PortalDb db, IAuditTrail audit, SandboxHost sandbox) : IHandler<ChangeConnection, ConnectionView>
{
    public async Task<Answer<ConnectionView>> HandleAsync(ChangeConnection request, CurrentUser user, CancellationToken cancellationToken)
    {
        var connection = await db.Set<Connection>().SingleOrDefaultAsync(connection => connection.Id == request.Id, cancellationToken);
        var name = request.Name.Trim();

        if (connection is null)
        {
            return Platform.Refusals.NotFound;
        }

        var (roleArn, serviceUrl, accessLogGroup) = (Connection.Said(request.RoleArn), Connection.Said(request.ServiceUrl), Connection.Said(request.AccessLogGroupArn));
        var elsewhere = (roleArn, serviceUrl) != (connection.RoleArn, connection.ServiceUrl);

        if (connection.IsSandbox && (elsewhere || (accessLogGroup is not null && accessLogGroup != connection.AccessLogGroup)))
        {
            return Refusals.SandboxStays;
        }

        if (await db.Set<Connection>().AnyAsync(other => other.Name == name && other.Id != request.Id, cancellationToken))
        {
            return Refusals.NameTaken(name);
        }

        db.Expect(connection, request.Version);
        (connection.Name, connection.RoleArn, connection.ServiceUrl) = (name, roleArn, serviceUrl);
        connection.AccessLogGroupArn = connection.IsSandbox ? null : accessLogGroup;

        connection.TerraformTag = Connection.Said(request.TerraformTag);

        // Whoever switched it to writing meant the account it led to then.
        connection.Writable &= !elsewhere;
        audit.Record(user, "connections.change", name, connection.Way);
        await db.SaveChangesAsync(cancellationToken);

        return connection.ToView(sandbox.Address);
    }
}
