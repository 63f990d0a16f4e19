using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Plans;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

/// <summary>Keeps a plan from being deleted under the keys of developers, and ends subscriptions to one that was. It does not save: whoever ends the run does.</summary>
internal sealed class PlanEndListener(PortalDb db, TimeProvider clock) : IRunListener
{
    private const string Why = "The plan was deleted.";

    public async Task DoneAsync(FinishedRun run, CancellationToken cancellationToken)
    {
        if (UsagePlanReference.Of(run.Reference) is not { Deletes: true } reference || run.Undoes is not null || run.Holds.Any(spec => spec.Address == UsagePlan.AddressOf(reference.Plan)))
        {
            return;
        }

        var subscriptions = await db.Set<Subscription>().Where(subscription => subscription.PlanId == reference.Plan && subscription.EndedAt == null).ToListAsync(cancellationToken);
        subscriptions.ForEach(subscription => subscription.End(Why, clock.GetUtcNow()));

        // What is being issued just now finds no plan, or is looked after once it works.
        var keys = await db.KeysInForceAsync([.. subscriptions.Select(subscription => subscription.Id)], cancellationToken);
        keys.FindAll(key => key.State is not ApiKeyState.Issuing).ForEach(key => key.AskToRevoke(run.ApprovedBy, Why, clock.GetUtcNow()));
    }

    public async Task<Refusal?> ObjectionOrNullAsync(Approval approval, CancellationToken cancellationToken)
    {
        if (UsagePlanReference.Of(approval.Reference) is not { Deletes: true } reference || approval.Undoes is not null)
        {
            return null;
        }

        var working = await db.CountKeysOfPlanAsync(reference.Plan, cancellationToken);

        return working is 0 ? null : Refusals.PlanInUse(working);
    }
}
