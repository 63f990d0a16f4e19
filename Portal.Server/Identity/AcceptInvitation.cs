using Microsoft.AspNetCore.Identity;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class AcceptInvitationHandler(UserManager<User> users, SignInManager<User> signIn, IAuditTrail audit) : IHandler<AcceptInvitation, Nothing>
{
    public async Task<Answer<Nothing>> HandleAsync(AcceptInvitation request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(request.Person.ToString()) is not { Suspended: false } person)
        {
            return Refusals.VoidInvitation;
        }

        audit.Record(CurrentUser.Portal with { Id = person.Id }, "identity.accept-invitation", person.Id.ToString());

        // The link came by mail, or from an administrator who vouches for the address.
        person.EmailConfirmed = true;

        var result = await users.ResetPasswordAsync(person, request.Token, request.Password);

        if (!result.Succeeded)
        {
            return result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.InvalidToken))
                ? Refusals.VoidInvitation
                : Platform.Refusals.Malformed(nameof(request.Password), string.Join(' ', result.Errors.Select(error => error.Description)));
        }

        await signIn.SignInAsync(person, isPersistent: false);

        return Nothing.AtAll;
    }
}
