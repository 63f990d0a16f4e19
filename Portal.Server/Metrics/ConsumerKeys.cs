using Microsoft.EntityFrameworkCore;
using Portal.Server.Keys;
using Portal.Server.Platform;
using Portal.Server.Stages;
using Portal.Shared.Metrics;

namespace Portal.Server.Metrics;

/// <summary>Tells whose the keys are that AWS knows by ids of its own: those of the portal whose plans somebody reaches.</summary>
internal sealed class ConsumerKeys(PortalDb db)
{
    /// <summary>Fewer than a statement takes parameters, whatever the database.</summary>
    private const int AtOnce = 500;

    /// <param name="stage">The stage that was called: AWS's ids mean something on its connection alone.</param>
    /// <param name="ids">AWS's ids.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<IReadOnlyDictionary<string, ConsumerKey>> OfAsync(Guid stage, IReadOnlyList<string> ids, CurrentUser user, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, ConsumerKey>();

        foreach (var some in ids.Chunk(AtOnce))
        {
            var rows = await (
                from key in db.Set<ApiKey>().AsNoTracking()
                where some.Contains(key.AwsId)
                join line in db.SubscriptionsReachedBy(user) on key.SubscriptionId equals line.Subscription.Id
                where db.Set<Stage>().Any(place => place.Id == stage && place.ConnectionId == line.Plan.ConnectionId)
                select new { key.AwsId, Key = new ConsumerKey { Id = key.Id, LastFour = key.LastFour, State = key.State, App = line.App.Name, Owner = line.Owner.DisplayName, PlanId = line.Plan.Id, Plan = line.Plan.Name } }).ToListAsync(cancellationToken);

            foreach (var row in rows)
            {
                known[row.AwsId!] = row.Key;
            }
        }

        return known;
    }
}
