using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Plans;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

internal sealed class GetApiKeyUsageHandler(PortalDb db, KeyUsageReading usage, TimeProvider clock) : IHandler<GetApiKeyUsage, ApiKeyUsage>
{
    private const int Days = 30;

    public async Task<Answer<ApiKeyUsage>> HandleAsync(GetApiKeyUsage request, CurrentUser user, CancellationToken cancellationToken)
    {
        var key = await db.Set<ApiKey>().AsNoTracking().SingleAsync(key => key.Id == request.Id, cancellationToken);
        var plan = await (
            from subscription in db.Set<Subscription>()
            where subscription.Id == key.SubscriptionId
            join row in db.Set<UsagePlan>() on subscription.PlanId equals row.Id
            select row).AsNoTracking().SingleAsync(cancellationToken);

        return await usage.ReadAsync(key, Days, cancellationToken) switch
        {
            KeyUsageReading.Found.Known(var days) => Shown(days, plan),
            KeyUsageReading.Found.Unknown => Refusals.UsageUnknown,
            _ => throw new UnreachableException(),
        };
    }

    private ApiKeyUsage Shown(IReadOnlyList<KeyUsageDay> days, UsagePlan plan)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var used = days.ToDictionary(day => day.Day, day => day.Used);

        return new ApiKeyUsage
        {
            Days = [.. Enumerable.Range(0, Days).Select(back => today.AddDays(back + 1 - Days)).Select(day => new UsageDay(day, used.GetValueOrDefault(day)))],
            Remaining = plan.Quota is null ? null : days is [.., var last] && last.Day == today ? last.Remaining : plan.Quota.Limit,
            Quota = plan.Quota,
        };
    }
}
