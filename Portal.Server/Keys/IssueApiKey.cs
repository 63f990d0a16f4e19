using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

internal sealed class IssueApiKeyHandler(PortalDb db, KeyIssuing issuing, TimeProvider clock) : IHandler<IssueApiKey, IssuedApiKey>
{
    public async Task<Answer<IssuedApiKey>> HandleAsync(IssueApiKey request, CurrentUser user, CancellationToken cancellationToken)
    {
        var subscription = await db.Set<Subscription>().SingleAsync(subscription => subscription.Id == request.SubscriptionId, cancellationToken);

        if (subscription.State is not SubscriptionState.Approved)
        {
            return Refusals.NotSubscribed;
        }

        var key = await db.Set<ApiKey>().SingleOrDefaultAsync(key => key.CurrentOf == subscription.Id, cancellationToken);

        switch (key)
        {
            case { State: ApiKeyState.Issuing }:
                return Refusals.BeingIssued;
            case { State: ApiKeyState.Active, LastFour: { } lastFour }:
                return Refusals.HasKey(lastFour);
            case null:
                key = ApiKey.Of(subscription, null, clock.GetUtcNow().AddDaysOrNull(request.DaysValid), clock.GetUtcNow());
                db.Add(key);
                break;
        }

        return await issuing.IssueAsync(key, null, user, cancellationToken);
    }
}

internal static class Days
{
    public static DateTimeOffset? AddDaysOrNull(this DateTimeOffset from, int? days) => days is { } count ? from.AddDays(count) : null;
}
