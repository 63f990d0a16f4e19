using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class RevokeTokenHandler(PortalDb db, IAuditTrail audit) : IHandler<RevokeToken, Nothing>
{
    public async Task<Answer<Nothing>> HandleAsync(RevokeToken request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await db.Set<AccessToken>().SingleOrDefaultAsync(token => token.Id == request.Id && token.UserId == user.Id, cancellationToken) is not { } token)
        {
            return Platform.Refusals.NotFound;
        }

        db.Remove(token);
        audit.Record(user, "identity.revoke-token", token.Name, token.Id.ToString());
        await db.SaveChangesAsync(cancellationToken);

        return Nothing.AtAll;
    }
}
