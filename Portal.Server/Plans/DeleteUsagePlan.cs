using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Plans;
using Portal.Shared.Sync;

namespace Portal.Server.Plans;

internal sealed class DeleteUsagePlanHandler(PortalDb db, IChangeRuns runs, PlanProposals proposals, IAuditTrail audit) : IHandler<DeleteUsagePlan, DeletedUsagePlan>
{
    public async Task<Answer<DeletedUsagePlan>> HandleAsync(DeleteUsagePlan request, CurrentUser user, CancellationToken cancellationToken)
    {
        var plan = await db.Set<UsagePlan>().Include(plan => plan.Stages).SingleAsync(plan => plan.Id == request.Id, cancellationToken);

        if (plan.DeletedAt is not null)
        {
            return Refusals.Deleted;
        }

        if (plan.Version != request.Version)
        {
            return Platform.Refusals.ChangedMeanwhile;
        }

        return await WasBegunAsync(plan, cancellationToken)
            ? (await proposals.DeleteAsync(plan, user, cancellationToken)).Then<DeletedUsagePlan>(run => new DeletedUsagePlan { RunId = run.IsEmpty ? null : run.Id })
            : await RemoveAsync(plan, request, user, cancellationToken);
    }

    /// <summary>Whether anything of it may be in AWS.</summary>
    private async Task<bool> WasBegunAsync(UsagePlan plan, CancellationToken cancellationToken) =>
        await db.Set<AppliedUsagePlan>().AnyAsync(applied => applied.PlanId == plan.Id, cancellationToken)
        || (await runs.LatelyAsync([plan.Address], cancellationToken)).Any(run => run.State is RunState.Done or RunState.Stopped);

    private async Task<Answer<DeletedUsagePlan>> RemoveAsync(UsagePlan plan, DeleteUsagePlan request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await runs.WithdrawAsync(plan.Address, null, "The usage plan was deleted from the portal. Nothing was written.", cancellationToken) is { } busy)
        {
            return busy;
        }

        db.Expect(plan, request.Version);
        db.Remove(plan);
        audit.Record(user, "plans.delete", plan.Name, plan.Id.ToString());
        await db.SaveChangesAsync(cancellationToken);

        return new DeletedUsagePlan { RunId = null };
    }
}
