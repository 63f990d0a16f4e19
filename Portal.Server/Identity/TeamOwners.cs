using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Identity;

/// <summary>A team belongs to itself.</summary>
internal sealed class TeamOwners(PortalDb db) : IOwners
{
    public ConcernKind Kind => ConcernKind.Team;

    public async Task<Guid?> TeamOfAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<Team>().Where(team => team.Id == id).Select(team => (Guid?)team.Id).SingleOrDefaultAsync(cancellationToken);
}
