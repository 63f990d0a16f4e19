using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

internal sealed class ApproveSubscriptionHandler(PortalDb db, IAuditTrail audit, TimeProvider clock) : IHandler<ApproveSubscription, SubscriptionRow>
{
    public async Task<Answer<SubscriptionRow>> HandleAsync(ApproveSubscription request, CurrentUser user, CancellationToken cancellationToken)
    {
        var subscription = await db.Set<Subscription>().SingleAsync(subscription => subscription.Id == request.Id, cancellationToken);

        if (subscription.State is not SubscriptionState.Requested)
        {
            return Refusals.Decided;
        }

        subscription.Decide(approves: true, user.Id, reason: null, clock.GetUtcNow());
        (await db.KeysInForceAsync([subscription.Id], cancellationToken)).ForEach(key => key.Approve());
        var row = await db.SubscriptionRowAsync(subscription.Id, user, cancellationToken);
        audit.Record(user, "keys.approve-subscription", row.App, $"{subscription.Id}, to the plan {row.Plan}");
        await db.SaveChangesAsync(cancellationToken);

        return row with { State = subscription.State, DecidedAt = subscription.DecidedAt };
    }
}
