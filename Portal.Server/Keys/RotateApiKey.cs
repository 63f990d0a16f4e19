using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

internal sealed class RotateApiKeyHandler(PortalDb db, KeyIssuing issuing, TimeProvider clock) : IHandler<RotateApiKey, IssuedApiKey>
{
    public async Task<Answer<IssuedApiKey>> HandleAsync(RotateApiKey request, CurrentUser user, CancellationToken cancellationToken)
    {
        var old = await db.Set<ApiKey>().SingleAsync(key => key.Id == request.Id, cancellationToken);

        if (old is not { State: ApiKeyState.Active, IsEnding: false })
        {
            return Refusals.NotInForce;
        }

        var subscription = await db.Set<Subscription>().SingleAsync(subscription => subscription.Id == old.SubscriptionId, cancellationToken);

        if (subscription.State is not SubscriptionState.Approved)
        {
            return Refusals.NotSubscribed;
        }

        var now = clock.GetUtcNow();
        old.BeginRotation();

        // As long a life as the one before was given.
        var key = ApiKey.Of(subscription, old, now + (old.ExpiresAt - old.CreatedAt), now);
        db.Add(key);

        return await issuing.IssueAsync(key, new Replaced(old, TimeSpan.FromHours(request.OverlapHours)), user, cancellationToken);
    }
}
