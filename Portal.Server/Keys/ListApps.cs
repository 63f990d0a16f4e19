using Microsoft.EntityFrameworkCore;
using Portal.Server.Plans;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

internal sealed class ListAppsHandler(PortalDb db) : IHandler<ListApps, Page<AppRow>>
{
    public async Task<Answer<Page<AppRow>>> HandleAsync(ListApps request, CurrentUser user, CancellationToken cancellationToken)
    {
        var apps = await db.Set<App>().AsNoTracking().Where(app => app.OwnerId == user.Id && app.DeletedAt == null).OrderBy(app => app.Name).ToListAsync(cancellationToken);
        var ids = apps.Select(app => app.Id).ToList();
        var plans = (await (
            from subscription in db.Set<Subscription>()
            where ids.Contains(subscription.AppId) && subscription.EndedAt == null
            join plan in db.Set<UsagePlan>() on subscription.PlanId equals plan.Id
            orderby plan.Name
            select new { subscription.AppId, plan.Name }).ToListAsync(cancellationToken)).ToLookup(row => row.AppId, row => row.Name);
        var working = await (
            from key in db.Set<ApiKey>()
            where key.State == ApiKeyState.Active || key.State == ApiKeyState.Rotating
            join subscription in db.Set<Subscription>() on key.SubscriptionId equals subscription.Id
            where ids.Contains(subscription.AppId)
            group key by subscription.AppId into keys
            select new { App = keys.Key, Count = keys.Count() }).ToDictionaryAsync(row => row.App, row => row.Count, cancellationToken);

        return new Page<AppRow>
        {
            Items =
            [
                .. apps.Select(app => new AppRow
                {
                    Id = app.Id,
                    Name = app.Name,
                    Description = app.Description,
                    Plans = [.. plans[app.Id]],
                    WorkingKeys = working.GetValueOrDefault(app.Id),
                    CreatedAt = app.CreatedAt,
                }),
            ],
            Total = apps.Count,
        };
    }
}
