using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

internal sealed class RevokeOwnApiKeyHandler(PortalDb db, KeyEnding ending) : IHandler<RevokeOwnApiKey, ApiKeyView>
{
    public async Task<Answer<ApiKeyView>> HandleAsync(RevokeOwnApiKey request, CurrentUser user, CancellationToken cancellationToken)
    {
        var key = await db.Set<ApiKey>().SingleAsync(key => key.Id == request.Id, cancellationToken);

        if (key.State is ApiKeyState.Issuing)
        {
            return Refusals.BeingIssued;
        }

        // Once more does no harm, and no more than once is enough.
        if (!key.State.IsEnd() && !key.IsEnding)
        {
            await ending.RevokeAsync([key], user, null, cancellationToken);
        }

        return key.ToView();
    }
}
