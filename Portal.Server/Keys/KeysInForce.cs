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
}
