using Microsoft.EntityFrameworkCore;
using Portal.Server.Plans;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Keys;

/// <summary>To those who sell, a subscription belongs to the team of its plan.</summary>
internal sealed class SubscriptionOwners(PortalDb db) : IOwners
{
    public ConcernKind Kind => ConcernKind.Subscription;

    public async Task<Guid?> TeamOfAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<Subscription>().Where(subscription => subscription.Id == id)
            .Join(db.Set<UsagePlan>(), subscription => subscription.PlanId, plan => plan.Id, (_, plan) => (Guid?)plan.TeamId)
            .SingleOrDefaultAsync(cancellationToken);
}

/// <summary>To those who sell, a key belongs to the team of its plan.</summary>
internal sealed class ApiKeyOwners(PortalDb db) : IOwners
{
    public ConcernKind Kind => ConcernKind.ApiKey;

    public async Task<Guid?> TeamOfAsync(Guid id, CancellationToken cancellationToken) =>
        await (from key in db.Set<ApiKey>()
               where key.Id == id
               join subscription in db.Set<Subscription>() on key.SubscriptionId equals subscription.Id
               join plan in db.Set<UsagePlan>() on subscription.PlanId equals plan.Id
               select (Guid?)plan.TeamId).SingleOrDefaultAsync(cancellationToken);
}

/// <summary>An app belongs to the person who made it; one that was deleted to nobody.</summary>
internal sealed class AppOwners(PortalDb db) : IPersonalOwners
{
    public ConcernKind Kind => ConcernKind.App;

    public async Task<Guid?> PersonOfAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<App>().Where(app => app.Id == id && app.DeletedAt == null).Select(app => (Guid?)app.OwnerId).SingleOrDefaultAsync(cancellationToken);
}

internal sealed class OwnSubscriptionOwners(PortalDb db) : IPersonalOwners
{
    public ConcernKind Kind => ConcernKind.OwnSubscription;

    public async Task<Guid?> PersonOfAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<Subscription>().Where(subscription => subscription.Id == id)
            .Join(db.Set<App>().Where(app => app.DeletedAt == null), subscription => subscription.AppId, app => app.Id, (_, app) => (Guid?)app.OwnerId)
            .SingleOrDefaultAsync(cancellationToken);
}

internal sealed class OwnApiKeyOwners(PortalDb db) : IPersonalOwners
{
    public ConcernKind Kind => ConcernKind.OwnApiKey;

    public async Task<Guid?> PersonOfAsync(Guid id, CancellationToken cancellationToken) =>
        await (from key in db.Set<ApiKey>()
               where key.Id == id
               join subscription in db.Set<Subscription>() on key.SubscriptionId equals subscription.Id
               join app in db.Set<App>() on subscription.AppId equals app.Id
               where app.DeletedAt == null
               select (Guid?)app.OwnerId).SingleOrDefaultAsync(cancellationToken);
}
