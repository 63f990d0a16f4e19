using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

internal sealed class FindApiKeyHandler(PortalDb db, KeyDigests digests, IAuditTrail audit) : IHandler<FindApiKey, ApiKeyRow>
{
    public async Task<Answer<ApiKeyRow>> HandleAsync(FindApiKey request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (KeyValue.Of(request.Value.Trim()) is not { } value)
        {
            return Refusals.NoSuchKey;
        }

        var digest = await digests.OfAsync(value, cancellationToken);
        var found = await (
            from key in db.Set<ApiKey>().AsNoTracking()
            where key.Digest == digest
            join line in db.SubscriptionsReachedBy(user) on key.SubscriptionId equals line.Subscription.Id
            select new { Key = key, Line = line }).SingleOrDefaultAsync(cancellationToken);

        if (found is null)
        {
            return Refusals.NoSuchKey;
        }

        audit.Record(user, "keys.find", found.Line.App.Name, $"{found.Key.Id}, by its value");
        await db.SaveChangesAsync(cancellationToken);

        return found.Line.ToRow(found.Key);
    }
}
