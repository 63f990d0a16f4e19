using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Plans;
using Portal.Server.Platform;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

/// <summary>Shows an app to its owner.</summary>
internal sealed class AppViews(PortalDb db)
{
    public async Task<AppView> OfAsync(Guid id, CancellationToken cancellationToken)
    {
        var app = await db.Set<App>().AsNoTracking().SingleAsync(app => app.Id == id, cancellationToken);
        var subscriptions = await (
            from subscription in db.Set<Subscription>().AsNoTracking()
            where subscription.AppId == id
            join plan in db.Set<UsagePlan>() on subscription.PlanId equals plan.Id
            orderby subscription.RequestedAt descending, subscription.Id descending
            select new { Subscription = subscription, Plan = plan }).ToListAsync(cancellationToken);
        var keys = (await (
            from key in db.Set<ApiKey>().AsNoTracking()
            join subscription in db.Set<Subscription>() on key.SubscriptionId equals subscription.Id
            where subscription.AppId == id
            orderby key.CreatedAt descending, key.Id descending
            select key).ToListAsync(cancellationToken)).ToLookup(key => key.SubscriptionId);
        var apis = await db.ApiNamesAsync([.. subscriptions.Select(row => row.Plan.Id)], cancellationToken);

        return new AppView
        {
            Id = app.Id,
            Name = app.Name,
            Description = app.Description,
            Subscriptions =
            [
                .. subscriptions.Select(row => new SubscriptionView
                {
                    Id = row.Subscription.Id,
                    PlanId = row.Plan.Id,
                    Plan = row.Plan.Name,
                    Throttle = row.Plan.Throttle,
                    Quota = row.Plan.Quota,
                    Apis = [.. apis[row.Plan.Id]],
                    State = row.Subscription.State,
                    Reason = row.Subscription.Reason,
                    Keys = [.. keys[row.Subscription.Id].Select(key => key.ToView())],
                    RequestedAt = row.Subscription.RequestedAt,
                }),
            ],
            CreatedAt = app.CreatedAt,
            Version = app.Version,
        };
    }
}

internal static class PlanApis
{
    /// <summary>The names of the APIs of plans, by plan.</summary>
    public static async Task<ILookup<Guid, string>> ApiNamesAsync(this PortalDb db, IReadOnlyCollection<Guid> plans, CancellationToken cancellationToken) => (await (
        from stage in db.Set<UsagePlanStage>()
        where plans.Contains(stage.PlanId)
        join api in db.Set<Api>() on stage.ApiId equals api.Id
        select new { stage.PlanId, api.Name }).Distinct().OrderBy(row => row.Name).ToListAsync(cancellationToken)).ToLookup(row => row.PlanId, row => row.Name);
}
