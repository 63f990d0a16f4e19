using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

/// <summary>Ends keys: the wish is saved first, then API Gateway is asked, and asked again later where it says no.</summary>
internal sealed class KeyEnding(PortalDb db, IKeyWrites writes, IAuditTrail audit, TimeProvider clock)
{
    /// <summary>Revokes keys, and saves whatever else the request has changed.</summary>
    public async Task RevokeAsync(IReadOnlyCollection<ApiKey> keys, CurrentUser user, string? reason, CancellationToken cancellationToken)
    {
        foreach (var key in keys)
        {
            key.AskToRevoke(user.Id, reason, clock.GetUtcNow());
            var about = await db.AboutAsync(key, cancellationToken);
            audit.Record(user, "keys.revoke", about.App, $"{key.Id}, …{key.LastFour}, for the plan {about.Plan}{(reason is null ? "" : $": {reason}")}");
        }

        await db.SaveChangesAsync(cancellationToken);

        foreach (var key in keys.Where(key => key.IsEnding))
        {
            await TendAsync(key, cancellationToken);
        }
    }

    /// <summary>Does what is due of a key, whatever that is, and saves it.</summary>
    public async Task TendAsync(ApiKey key, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var place = (await db.AboutAsync(key, cancellationToken)).Place;

        switch (key.State)
        {
            case ApiKeyState.Issuing or ApiKeyState.Failed:
                await SettleAsync(key, await writes.DeleteAsync(place, cancellationToken), now, cancellationToken);
                break;
            case ApiKeyState.Active or ApiKeyState.Rotating when key.IsEnding:
                End(key, ApiKeyState.Revoked, await writes.DisableAsync(place, cancellationToken), now);
                break;
            case ApiKeyState.Rotating when key.OverlapEndsAt <= now:
                End(key, ApiKeyState.Expired, await DisableAndDeleteAsync(place, cancellationToken), now);
                break;
            case ApiKeyState.Active or ApiKeyState.Rotating when key.ExpiresAt <= now:
                End(key, ApiKeyState.Expired, await writes.DisableAsync(place, cancellationToken), now);
                break;
            default:
                return;
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Disabled first: API Gateway may take a while to hear of either.</summary>
    private async Task<KeyOutcome> DisableAndDeleteAsync(KeyPlace place, CancellationToken cancellationToken) =>
        await writes.DisableAsync(place, cancellationToken) is KeyOutcome.Refused refused ? refused : await writes.DeleteAsync(place, cancellationToken);

    /// <summary>Its issue was cut: what API Gateway holds of it nobody has seen.</summary>
    private async Task SettleAsync(ApiKey key, KeyOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (outcome is KeyOutcome.Refused refused)
        {
            key.NotYet(refused.Why, now);
        }
        else if (key.State is ApiKeyState.Failed)
        {
            key.IsClean();
        }
        else
        {
            // Once more later: a call that was under way when the portal was killed may arrive after this.
            key.Failed(looksAgain: true, "The portal was stopped, or nobody waited any more, while it was issued.", now);

            if (key.ReplacesId is { } id && await db.Set<ApiKey>().SingleAsync(other => other.Id == id, cancellationToken) is { State: ApiKeyState.Rotating } replaced)
            {
                replaced.CallOffRotation();
            }

            audit.Record(CurrentUser.Portal, "keys.issue-failed", key.Id.ToString(), $"…{key.LastFour} was cut while it was issued, and is not in API Gateway any more");
        }
    }

    private void End(ApiKey key, ApiKeyState state, KeyOutcome outcome, DateTimeOffset now)
    {
        if (outcome is KeyOutcome.Refused refused)
        {
            key.NotYet(refused.Why, now);

            return;
        }

        key.End(state, now);

        if (state is ApiKeyState.Expired)
        {
            audit.Record(CurrentUser.Portal, "keys.expire", key.Id.ToString(), $"…{key.LastFour}");
        }
    }
}
