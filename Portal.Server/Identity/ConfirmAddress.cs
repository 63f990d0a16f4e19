using Microsoft.AspNetCore.Identity;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class ConfirmAddressHandler(UserManager<User> users, IAuditTrail audit) : IHandler<ConfirmAddress, Nothing>
{
    public async Task<Answer<Nothing>> HandleAsync(ConfirmAddress request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(request.Person.ToString()) is not { Suspended: false } person
            || !await users.VerifyUserTokenAsync(person, users.Options.Tokens.EmailConfirmationTokenProvider, UserManager<User>.ConfirmEmailTokenPurpose, request.Token))
        {
            return Refusals.VoidConfirmation;
        }

        if (!person.EmailConfirmed)
        {
            person.EmailConfirmed = true;
            audit.Record(CurrentUser.Portal with { Id = person.Id }, "identity.confirm", person.Id.ToString());
            await users.UpdateAsync(person);
        }

        return Nothing.AtAll;
    }
}
