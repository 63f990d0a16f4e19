using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class TestConnectionHandler(PortalDb db, IAuditTrail audit, IConnectionProbe probe) : IHandler<TestConnection, ConnectionTest>
{
    public async Task<Answer<ConnectionTest>> HandleAsync(TestConnection request, CurrentUser user, CancellationToken cancellationToken)
    {
        var connection = await db.Set<Connection>().AsNoTracking().SingleOrDefaultAsync(connection => connection.Id == request.Id, cancellationToken);

        if (connection is null)
        {
            return Platform.Refusals.NotFound;
        }

        var test = await probe.TestAsync(connection.Id, cancellationToken);
        audit.Record(user, "connections.test", connection.Name, test.AccountId is { } account ? $"entered account {account}" : "could not enter");
        await db.SaveChangesAsync(cancellationToken);

        return test;
    }
}
