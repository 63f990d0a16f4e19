using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Plans;
using Portal.Server.Platform;

namespace Portal.Server.Keys;

/// <summary>Tells of a key where it is in the gateway, and what it is for.</summary>
internal static class KeyPlaces
{
    public static async Task<KeyAbout> AboutAsync(this PortalDb db, ApiKey key, CancellationToken cancellationToken)
    {
        var row = await (
            from subscription in db.Set<Subscription>()
            where subscription.Id == key.SubscriptionId
            join app in db.Set<App>() on subscription.AppId equals app.Id
            join plan in db.Set<UsagePlan>() on subscription.PlanId equals plan.Id
            select new { plan.ConnectionId, plan.Id, App = app.Name, Plan = plan.Name, HasQuota = plan.QuotaLimit != null }).SingleAsync(cancellationToken);

        return new KeyAbout(new KeyPlace { Connection = row.ConnectionId, Plan = row.Id, Key = key.Id, AwsId = key.AwsId }, row.App, row.Plan, row.HasQuota);
    }
}

/// <param name="Place">Where it is.</param>
/// <param name="App">The name of its app.</param>
/// <param name="Plan">The name of its plan.</param>
/// <param name="HasQuota">Whether the plan has a quota.</param>
internal sealed record KeyAbout(KeyPlace Place, string App, string Plan, bool HasQuota);
