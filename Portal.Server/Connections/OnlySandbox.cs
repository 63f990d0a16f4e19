using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;

namespace Portal.Server.Connections;

internal sealed class OnlySandbox(PortalDb db) : IOnlySandbox
{
    public async Task<bool> IsOnlyAsync(CancellationToken cancellationToken) =>
        await db.Set<Connection>().AnyAsync(cancellationToken) && await db.Set<Connection>().AllAsync(connection => connection.IsSandbox, cancellationToken);
}
