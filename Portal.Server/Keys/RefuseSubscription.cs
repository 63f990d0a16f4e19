using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

internal sealed class RefuseSubscriptionHandler(PortalDb db, KeyEnding ending, IAuditTrail audit, TimeProvider clock) : IHandler<RefuseSubscription, SubscriptionRow>
{
    public async Task<Answer<SubscriptionRow>> HandleAsync(RefuseSubscription request, CurrentUser user, CancellationToken cancellationToken)
    {
        var subscription = await db.Set<Subscription>().SingleAsync(subscription => subscription.Id == request.Id, cancellationToken);

        if (subscription.State is not SubscriptionState.Requested)
        {
            return Refusals.Decided;
        }

        var reason = request.Reason.Trim();
        var keys = await db.KeysInForceAsync([subscription.Id], cancellationToken);
        var row = await db.SubscriptionRowAsync(subscription.Id, user, cancellationToken);
        subscription.Decide(approves: false, user.Id, reason, clock.GetUtcNow());
        audit.Record(user, "keys.refuse-subscription", row.App, $"{subscription.Id}, to the plan {row.Plan}: {reason}");
        await ending.RevokeAsync(keys, user, reason, cancellationToken);

        return row with { State = subscription.State, Reason = reason, DecidedAt = subscription.DecidedAt };
    }
}
