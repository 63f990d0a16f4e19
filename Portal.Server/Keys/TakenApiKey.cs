using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Keys;

/// <summary>Takes over what somebody has made of an API key: one that was deleted, disabled or taken out of its plan is revoked, and the rest is told by the portal anyway.</summary>
internal sealed class TakenApiKey(PortalDb db, IAuditTrail audit, TimeProvider clock) : ITakesOver
{
    private const string Why = "It was ended in AWS.";

    public async Task<Answer<string>?> TakeOverAsync(Takeover wanted, CancellationToken cancellationToken)
    {
        if (wanted.Found is not ApiKeySpec found || !Guid.TryParse(found.Id, out var id))
        {
            return null;
        }

        if (!wanted.Roles.Grant(Policies.RevokeKeys))
        {
            return Platform.Refusals.NotAllowed;
        }

        if (found is { Enabled: true, InPlan: true })
        {
            return $"The {found.Label} is taken as it is.";
        }

        if (await db.Set<ApiKey>().SingleOrDefaultAsync(key => key.Id == id, cancellationToken) is not { } key)
        {
            return Platform.Refusals.NotFound;
        }

        if (!key.State.IsEnd() && !key.IsEnding)
        {
            key.AskToRevoke(wanted.By, Why, clock.GetUtcNow());
            var about = await db.AboutAsync(key, cancellationToken);
            audit.Record(CurrentUser.Portal with { Id = wanted.By }, "keys.revoke", about.App, $"{key.Id}, …{key.LastFour}, for the plan {about.Plan}: {Why}");
        }

        return $"The API key …{key.LastFour} is revoked, within a minute also where AWS still has a part of it.";
    }
}
