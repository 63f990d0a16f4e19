using Microsoft.AspNetCore.Identity;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class InviteAgainHandler(UserManager<User> users, Invitations invitations, IAuditTrail audit) : IHandler<InviteAgain, Invitation>
{
    public async Task<Answer<Invitation>> HandleAsync(InviteAgain request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(request.Id.ToString()) is not { } person)
        {
            return Platform.Refusals.NotFound;
        }

        audit.Record(user, "identity.invite-again", person.Id.ToString());

        // Voids the link before, which was bound to the stamp, and saves the audit line with it.
        await users.UpdateSecurityStampAsync(person);

        return await invitations.MintAsync(person, cancellationToken);
    }
}
