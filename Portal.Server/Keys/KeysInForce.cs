using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

internal static class KeysInForce
{
    /// <summary>The keys of subscriptions that have not ended.</summary>
    public static Task<List<ApiKey>> KeysInForceAsync(this PortalDb db, IReadOnlyCollection<Guid> subscriptions, CancellationToken cancellationToken) => db.Set<ApiKey>()
        .Where(key => subscriptions.Contains(key.SubscriptionId) && key.State != ApiKeyState.Revoked && key.State != ApiKeyState.Expired && key.State != ApiKeyState.Failed)
        .ToListAsync(cancellationToken);

    /// <summary>How many keys a plan lets in, or is about to.</summary>
    public static Task<int> CountKeysOfPlanAsync(this PortalDb db, Guid plan, CancellationToken cancellationToken) => db.Set<ApiKey>()
        .Where(key => key.State == ApiKeyState.Active || key.State == ApiKeyState.Rotating || key.State == ApiKeyState.Issuing)
        .Join(db.Set<Subscription>().Where(subscription => subscription.PlanId == plan), key => key.SubscriptionId, subscription => subscription.Id, (key, _) => key.Id)
        .CountAsync(cancellationToken);
}
