using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class ListConnectionsHandler(PortalDb db, SandboxHost sandbox) : IHandler<ListConnections, Page<ConnectionView>>
{
    public async Task<Answer<Page<ConnectionView>>> HandleAsync(ListConnections request, CurrentUser user, CancellationToken cancellationToken)
    {
        var connections = await db.Set<Connection>().AsNoTracking().OrderBy(connection => connection.Name).ToListAsync(cancellationToken);

        return new Page<ConnectionView> { Items = [.. connections.Select(connection => connection.ToView(sandbox.Address))], Total = connections.Count };
    }
}
