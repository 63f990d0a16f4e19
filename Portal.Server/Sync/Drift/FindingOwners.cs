using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Sync.Drift;

/// <summary>A finding belongs to the team whose run left what it is about.</summary>
internal sealed class FindingOwners(PortalDb db) : IOwners
{
    public ConcernKind Kind => ConcernKind.DriftFinding;

    public async Task<Guid?> TeamOfAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<DriftFinding>().Where(finding => finding.Id == id).Select(finding => (Guid?)finding.TeamId).SingleOrDefaultAsync(cancellationToken);
}
