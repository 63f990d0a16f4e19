using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Plans;

internal sealed class FirstUsagePlan(PortalDb db) : IFirstStep
{
    public FirstStep Step => FirstStep.Plan;

    public Task<bool> IsDoneAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var all = user.Roles.ReachesAllTeams();

        return db.Set<UsagePlan>().AnyAsync(
            plan => plan.DeletedAt == null && (all || user.Teams.Contains(plan.TeamId)) && db.Set<AppliedUsagePlan>().Any(applied => applied.PlanId == plan.Id),
            cancellationToken);
    }
}
