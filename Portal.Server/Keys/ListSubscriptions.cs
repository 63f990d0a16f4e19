using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

internal sealed class ListSubscriptionsHandler(PortalDb db) : IHandler<ListSubscriptions, Page<SubscriptionRow>>
{
    public async Task<Answer<Page<SubscriptionRow>>> HandleAsync(ListSubscriptions request, CurrentUser user, CancellationToken cancellationToken)
    {
        var wanted = db.SubscriptionsReachedBy(user).Where(line =>
            (request.State == null || line.Subscription.State == request.State)
            && (request.PlanId == null || line.Plan.Id == request.PlanId));

        var page = await wanted
            .OrderBy(line => line.Subscription.State == SubscriptionState.Requested ? 0 : 1).ThenByDescending(line => line.Subscription.RequestedAt).ThenBy(line => line.Subscription.Id)
            .Skip(request.Skip)
            .Take(request.Take)
            .ToListAsync(cancellationToken);

        return new Page<SubscriptionRow> { Items = [.. page.Select(line => line.ToRow())], Total = await wanted.CountAsync(cancellationToken) };
    }
}
