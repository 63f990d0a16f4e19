using Microsoft.EntityFrameworkCore;
using Portal.Server.Identity;
using Portal.Server.Plans;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

/// <summary>Keys and subscriptions as those see them who sell the plans: what they reach, with whose they are.</summary>
internal static class Inventory
{
    public static IQueryable<InventoryLine> SubscriptionsReachedBy(this PortalDb db, CurrentUser user)
    {
        var all = user.Roles.ReachesAllTeams();

        return
            from subscription in db.Set<Subscription>().AsNoTracking()
            join app in db.Set<App>() on subscription.AppId equals app.Id
            join owner in db.Set<User>() on app.OwnerId equals owner.Id
            join plan in db.Set<UsagePlan>() on subscription.PlanId equals plan.Id
            where all || user.Teams.Contains(plan.TeamId)
            select new InventoryLine { Subscription = subscription, App = app, Owner = owner, Plan = plan };
    }

    public static SubscriptionRow ToRow(this InventoryLine line) => new()
    {
        Id = line.Subscription.Id,
        App = line.App.Name,
        Owner = line.Owner.DisplayName,
        OwnerEmail = line.Owner.Email ?? "",
        PlanId = line.Plan.Id,
        Plan = line.Plan.Name,
        State = line.Subscription.State,
        Reason = line.Subscription.Reason,
        RequestedAt = line.Subscription.RequestedAt,
        DecidedAt = line.Subscription.DecidedAt,
    };

    public static ApiKeyRow ToRow(this InventoryLine line, ApiKey key) => new()
    {
        Id = key.Id,
        App = line.App.Name,
        Owner = line.Owner.DisplayName,
        OwnerEmail = line.Owner.Email ?? "",
        PlanId = line.Plan.Id,
        Plan = line.Plan.Name,
        State = key.State,
        LastFour = key.LastFour,
        AwsId = key.AwsId,
        IsEnding = key.IsEnding,
        CreatedAt = key.CreatedAt,
        ExpiresAt = key.WorksUntil,
        EndedAt = key.EndedAt,
        Reason = key.Reason,
        Trouble = key.Trouble,
    };

    public static async Task<SubscriptionRow> SubscriptionRowAsync(this PortalDb db, Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        (await db.SubscriptionsReachedBy(user).SingleAsync(line => line.Subscription.Id == id, cancellationToken)).ToRow();

    public static async Task<ApiKeyRow> ApiKeyRowAsync(this PortalDb db, ApiKey key, CurrentUser user, CancellationToken cancellationToken) =>
        (await db.SubscriptionsReachedBy(user).SingleAsync(line => line.Subscription.Id == key.SubscriptionId, cancellationToken)).ToRow(key);
}

/// <summary>A subscription with all that is told of it.</summary>
internal sealed record InventoryLine
{
    public required Subscription Subscription { get; init; }

    public required App App { get; init; }

    public required User Owner { get; init; }

    public required UsagePlan Plan { get; init; }
}
