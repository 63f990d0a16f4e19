using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Plans;

/// <summary>Writes down what AWS has of a plan, when the run that brought it there, or took it away, is done. It does not save: whoever ends the run does.</summary>
internal sealed class UsagePlanListener(PortalDb db, TimeProvider clock) : IRunListener
{
    public async Task DoneAsync(FinishedRun run, CancellationToken cancellationToken)
    {
        if (UsagePlanReference.Of(run.Reference) is not { } reference
            || await db.Set<UsagePlan>().SingleOrDefaultAsync(plan => plan.Id == reference.Plan, cancellationToken) is not { } plan)
        {
            return;
        }

        var applied = await db.Set<AppliedUsagePlan>().SingleOrDefaultAsync(row => row.PlanId == plan.Id, cancellationToken);

        if (run.Holds.FirstOrDefault(spec => spec.Address == plan.Address) is UsagePlanSpec held)
        {
            // A tag that was taken off is none that the plan has.
            Keep(plan, applied, held with { Tags = held.Tags.Set() }, run);
            await BringBackAsync(plan, cancellationToken);
        }
        else
        {
            Forget(applied);
            plan.DeletedAt = reference.Deletes && run.Undoes is null ? clock.GetUtcNow() : plan.DeletedAt;
        }
    }

    public async Task<Refusal?> ObjectionOrNullAsync(Approval approval, CancellationToken cancellationToken)
    {
        if (UsagePlanReference.Of(approval.Reference) is not { } reference)
        {
            return null;
        }

        var plan = await db.Set<UsagePlan>().AsNoTracking().SingleOrDefaultAsync(plan => plan.Id == reference.Plan, cancellationToken);

        return plan is null ? Refusals.Gone : plan.DeletedAt is not null && approval.Undoes is null ? Refusals.Deleted : null;
    }

    private void Keep(UsagePlan plan, AppliedUsagePlan? applied, Spec held, FinishedRun run)
    {
        if (applied is null)
        {
            db.Add(new AppliedUsagePlan { PlanId = plan.Id, Spec = held.Text, At = clock.GetUtcNow(), By = run.ApprovedBy, RunId = run.Id });
        }
        else
        {
            (applied.Spec, applied.At, applied.By, applied.RunId) = (held.Text, clock.GetUtcNow(), run.ApprovedBy, run.Id);
        }
    }

    private void Forget(AppliedUsagePlan? applied)
    {
        if (applied is not null)
        {
            db.Remove(applied);
        }
    }

    /// <summary>A deletion was taken back. If another plan has the name by now, both can be told apart.</summary>
    private async Task BringBackAsync(UsagePlan plan, CancellationToken cancellationToken)
    {
        if (plan.DeletedAt is not null)
        {
            plan.DeletedAt = null;
            plan.Name = await db.HasNamesakeAsync(plan, cancellationToken) ? $"{plan.Name} ({plan.Id.ToString("N")[^8..]})" : plan.Name;
        }
    }
}
