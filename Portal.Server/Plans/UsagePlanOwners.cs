using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Plans;

/// <summary>A usage plan belongs to the team that its row names.</summary>
internal sealed class UsagePlanOwners(PortalDb db) : IOwners
{
    public ConcernKind Kind => ConcernKind.UsagePlan;

    public async Task<Guid?> TeamOfAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<UsagePlan>().Where(plan => plan.Id == id).Select(plan => (Guid?)plan.TeamId).SingleOrDefaultAsync(cancellationToken);
}
