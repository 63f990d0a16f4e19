using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

/// <summary>Tells which keys a plan shall let in, so that it is noticed where it does otherwise.</summary>
internal sealed class KeysOfPlans(PortalDb db) : IPlanKeys
{
    public async Task<KeysOfPlan> OfPlanAsync(string plan, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(plan, out var id))
        {
            return KeysOfPlan.None;
        }

        var rows = await (
            from key in db.Set<ApiKey>()
            join subscription in db.Set<Subscription>() on key.SubscriptionId equals subscription.Id
            where subscription.PlanId == id && (key.State == ApiKeyState.Active || key.State == ApiKeyState.Rotating || key.State == ApiKeyState.Issuing || key.DueAt != null)
            join app in db.Set<App>() on subscription.AppId equals app.Id
            orderby key.Id
            select new { Key = key, App = app.Name }).AsNoTracking().ToListAsync(cancellationToken);
        var inForce = rows.Where(row => row.Key is { State: ApiKeyState.Active or ApiKeyState.Rotating, IsEnding: false, AwsId: not null }).ToList();

        return new KeysOfPlan(
            [.. inForce.Select(row => new KeyOfPlan(row.Key.Id.ToString(), row.Key.AwsId!, $"{row.App}, …{row.Key.LastFour}"))],
            [.. rows.Except(inForce).Select(row => row.Key.Id.ToString())]);
    }
}
