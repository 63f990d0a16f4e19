using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Catalog;

/// <summary>An API belongs to the team that its row names.</summary>
internal sealed class ApiOwners(PortalDb db) : IOwners
{
    public ConcernKind Kind => ConcernKind.Api;

    public async Task<Guid?> TeamOfAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<Api>().Where(api => api.Id == id).Select(api => (Guid?)api.TeamId).SingleOrDefaultAsync(cancellationToken);
}
