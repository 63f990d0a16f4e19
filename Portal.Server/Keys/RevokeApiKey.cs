using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

internal sealed class RevokeApiKeyHandler(PortalDb db, KeyEnding ending) : IHandler<RevokeApiKey, ApiKeyRow>
{
    public async Task<Answer<ApiKeyRow>> HandleAsync(RevokeApiKey request, CurrentUser user, CancellationToken cancellationToken)
    {
        var key = await db.Set<ApiKey>().SingleAsync(key => key.Id == request.Id, cancellationToken);

        if (key.State is ApiKeyState.Issuing)
        {
            return Refusals.BeingIssued;
        }

        if (!key.State.IsEnd() && !key.IsEnding)
        {
            await ending.RevokeAsync([key], user, request.Reason.Trim(), cancellationToken);
        }

        return await db.ApiKeyRowAsync(key, user, cancellationToken);
    }
}
