using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class GetConnectionHandler(PortalDb db, SandboxHost sandbox) : IHandler<GetConnection, ConnectionView>
{
    public async Task<Answer<ConnectionView>> HandleAsync(GetConnection request, CurrentUser user, CancellationToken cancellationToken) =>
        await db.Set<Connection>().AsNoTracking().SingleOrDefaultAsync(connection => connection.Id == request.Id, cancellationToken) is { } connection
            ? connection.ToView(sandbox.Address)
            : Platform.Refusals.NotFound;
}
