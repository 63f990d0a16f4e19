using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Keys;

internal sealed class FirstKey(PortalDb db) : IFirstStep
{
    public FirstStep Step => FirstStep.Key;

    public Task<bool> IsDoneAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var reached = db.SubscriptionsReachedBy(user).Select(line => line.Subscription.Id);

        return db.Set<ApiKey>().AnyAsync(key => key.IssuedAt != null && reached.Contains(key.SubscriptionId), cancellationToken);
    }
}
