using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

/// <summary>
/// Issues a key: the row first, then the key in API Gateway, then the row again, and the value goes into the answer and nowhere else.
/// Wherever that is cut, the row still says Issuing, and <see cref="KeyTender"/> takes away what API Gateway may hold: no key lives that nobody has seen.
/// </summary>
internal sealed class KeyIssuing(PortalDb db, IKeyWrites writes, KeyDigests digests, QuotaCarrying quota, KeyEnding ending, IAuditTrail audit, TimeProvider clock)
{
    /// <param name="key">An approved key, in the database of the request.</param>
    /// <param name="replaces">The key that makes place for it; null for none.</param>
    /// <param name="user">Its owner.</param>
    /// <param name="cancellationToken">Nobody waits any more: then nobody would see it.</param>
    public async Task<Answer<IssuedApiKey>> IssueAsync(ApiKey key, Replaced? replaces, CurrentUser user, CancellationToken cancellationToken)
    {
        var value = KeyValue.Make();
        key.BeginIssue(await digests.OfAsync(value, cancellationToken), value.LastFour, clock.GetUtcNow());

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusals.OnItsWay;
        }
        catch (DbUpdateException exception) when (exception.IsTaken())
        {
            return Refusals.OnItsWay;
        }

        var about = await db.AboutAsync(key, cancellationToken);

        return await WriteAsync(key, value, replaces, about, cancellationToken) switch
        {
            KeyOutcome.Done({ } awsId) => await KeepAsync(key, value, awsId, replaces, about, user),
            KeyOutcome.Refused refused => await GiveUpAsync(key, replaces, refused, about, user),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<KeyOutcome> WriteAsync(ApiKey key, KeyValue value, Replaced? replaces, KeyAbout about, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await writes.IssueAsync(about.Place, new NewKey { Id = key.Id, Description = $"{about.App}, {about.Plan}", Value = value.Text }, cancellationToken);

            if (outcome is KeyOutcome.Done({ } awsId) && replaces is not null)
            {
                await quota.CarryAsync(replaces.Key, key, about with { Place = about.Place with { AwsId = awsId } }, cancellationToken);
            }

            cancellationToken.ThrowIfCancellationRequested();

            return outcome;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await ending.TendAsync(key, CancellationToken.None);

            throw;
        }
    }

    private async Task<Answer<IssuedApiKey>> KeepAsync(ApiKey key, KeyValue value, string awsId, Replaced? replaces, KeyAbout about, CurrentUser user)
    {
        key.Issued(awsId, clock.GetUtcNow());
        audit.Record(user, "keys.issue", about.App, $"{key.Id}, {value}, for the plan {about.Plan}");

        if (replaces is var (old, overlap))
        {
            old.OverlapsUntil(clock.GetUtcNow() + overlap);
            audit.Record(user, "keys.rotate", about.App, $"{old.Id}, …{old.LastFour}, works beside {key.Id} until {old.WorksUntil:u}");
        }

        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody took it for cut and gave it up: then it may not live.
            await writes.DeleteAsync(about.Place with { AwsId = awsId }, CancellationToken.None);

            return Refusals.NotIssued(GatewayRefusal.Passing);
        }

        return new IssuedApiKey { Key = key.ToView(), Value = value.Text };
    }

    private async Task<Answer<IssuedApiKey>> GiveUpAsync(ApiKey key, Replaced? replaces, KeyOutcome.Refused refused, KeyAbout about, CurrentUser user)
    {
        key.Failed(!refused.IsClean, refused.Why, clock.GetUtcNow());
        replaces?.Key.CallOffRotation();
        audit.Record(user, "keys.issue-failed", about.App, $"{key.Id}, for the plan {about.Plan}: {refused.Why}");
        await db.SaveChangesAsync(CancellationToken.None);

        return Refusals.NotIssued(refused.Refusal);
    }
}

/// <param name="Key">A key that is rotating.</param>
/// <param name="Overlap">How long it works beside the one that replaces it.</param>
internal sealed record Replaced(ApiKey Key, TimeSpan Overlap);
