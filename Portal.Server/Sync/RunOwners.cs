using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Sync;

/// <summary>A run belongs to the team of what it changes.</summary>
internal sealed class RunOwners(PortalDb db) : IOwners
{
    public ConcernKind Kind => ConcernKind.ChangeRun;

    public async Task<Guid?> TeamOfAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<ChangeRun>().Where(run => run.Id == id).Select(run => (Guid?)run.TeamId).SingleOrDefaultAsync(cancellationToken);
}
