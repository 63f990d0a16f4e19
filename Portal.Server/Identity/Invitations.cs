using Microsoft.AspNetCore.Identity;
using Portal.Server.Platform;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

/// <summary>Mints the one-time links by which a person chooses a password. They are Identity's password-reset tokens: signed, bound to the account as it is, valid for a day.</summary>
internal sealed class Invitations(PortalDb db, UserManager<User> users)
{
    public async Task<Invitation> MintAsync(User person, CancellationToken cancellationToken)
    {
        var token = await users.GeneratePasswordResetTokenAsync(person);

        return new Invitation
        {
            Person = await db.ViewAsync(person.Id, cancellationToken),
            Path = $"/account/invitation?person={person.Id}&token={Uri.EscapeDataString(token)}",
        };
    }
}
