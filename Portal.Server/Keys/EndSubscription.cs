using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

internal sealed class EndSubscriptionHandler(PortalDb db, KeyEnding ending, IAuditTrail audit, TimeProvider clock) : IHandler<EndSubscription, Nothing>
{
    public async Task<Answer<Nothing>> HandleAsync(EndSubscription request, CurrentUser user, CancellationToken cancellationToken)
    {
        var subscription = await db.Set<Subscription>().SingleAsync(subscription => subscription.Id == request.Id, cancellationToken);

        if (subscription.EndedAt is not null)
        {
            return Nothing.AtAll;
        }

        var keys = await db.KeysInForceAsync([subscription.Id], cancellationToken);

        if (keys.Exists(key => key.State is ApiKeyState.Issuing))
        {
            return Refusals.BeingIssued;
        }

        subscription.End(null, clock.GetUtcNow());
        audit.Record(user, "keys.end-subscription", subscription.Id.ToString(), $"with {keys.Count} keys");
        await ending.RevokeAsync(keys, user, null, cancellationToken);

        return Nothing.AtAll;
    }
}
