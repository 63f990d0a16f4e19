using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

internal sealed class ListApiKeysHandler(PortalDb db) : IHandler<ListApiKeys, Page<ApiKeyRow>>
{
    public async Task<Answer<Page<ApiKeyRow>>> HandleAsync(ListApiKeys request, CurrentUser user, CancellationToken cancellationToken)
    {
        var wanted =
            from key in db.Set<ApiKey>().AsNoTracking()
            join line in db.SubscriptionsReachedBy(user) on key.SubscriptionId equals line.Subscription.Id
            where (request.State == null || key.State == request.State) && (request.PlanId == null || line.Plan.Id == request.PlanId)
            select new { Key = key, Line = line };

        if (request.Search?.Trim() is { Length: > 0 } search)
        {
            var pattern = Like.Holding(search);
            wanted = wanted.Where(row => row.Key.LastFour == search
                || EF.Functions.Like(row.Line.App.Name, pattern, Like.Escape)
                || EF.Functions.Like(row.Line.Owner.DisplayName, pattern, Like.Escape)
                || EF.Functions.Like(row.Line.Plan.Name, pattern, Like.Escape));
        }

        var page = await wanted.OrderByDescending(row => row.Key.CreatedAt).ThenByDescending(row => row.Key.Id).Skip(request.Skip).Take(request.Take).ToListAsync(cancellationToken);

        return new Page<ApiKeyRow> { Items = [.. page.Select(row => row.Line.ToRow(row.Key))], Total = await wanted.CountAsync(cancellationToken) };
    }
}
