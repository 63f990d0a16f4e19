using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Server.Stages;
using Portal.Shared;
using Portal.Shared.Plans;

namespace Portal.Server.Plans;

internal sealed class ProposeUsagePlanHandler(PortalDb db, PlanProposals proposals) : IHandler<ProposeUsagePlan, ProposedUsagePlan>
{
    public async Task<Answer<ProposedUsagePlan>> HandleAsync(ProposeUsagePlan request, CurrentUser user, CancellationToken cancellationToken)
    {
        var plan = await db.Set<UsagePlan>().AsNoTracking().Include(plan => plan.Stages).SingleAsync(plan => plan.Id == request.Id, cancellationToken);

        if (plan.DeletedAt is not null)
        {
            return Refusals.Deleted;
        }

        var ids = plan.Stages.Select(stage => stage.StageId).ToList();
        var missing = await db.Set<Stage>().Where(stage => ids.Contains(stage.Id) && stage.ReleaseId == null).Select(stage => stage.Id).ToListAsync(cancellationToken);

        if (missing is not [])
        {
            var names = await db.StageNamesAsync([plan], cancellationToken);

            return Refusals.NotDeployed([.. missing.Select(stage => names[stage].InWords).Order(StringComparer.Ordinal)]);
        }

        var proposed = await proposals.BringAsync(plan, user, cancellationToken);

        return proposed.Then<ProposedUsagePlan>(run => new ProposedUsagePlan { RunId = run.Id, IsEmpty = run.IsEmpty });
    }
}
