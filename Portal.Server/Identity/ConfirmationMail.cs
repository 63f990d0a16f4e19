using Microsoft.AspNetCore.Identity;
using Portal.Server.Platform.Mail;
using Portal.Shared;

namespace Portal.Server.Identity;

/// <summary>Asks somebody who registered whether the address is theirs. The link is Identity's token: signed, bound to the account as it is, valid for a day.</summary>
internal sealed class ConfirmationMail(UserManager<User> users) : IMailTemplate
{
    public const string Template = "identity.confirmation";

    public string Name => Template;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(mail.PersonId.ToString()) is not { Suspended: false, EmailConfirmed: false } person)
        {
            return null;
        }

        var token = await users.GenerateEmailConfirmationTokenAsync(person);

        return new Letter
        {
            To = person.Email!,
            // A name that a stranger typed is no text to send to somebody.
            ToName = "",
            Subject = "Confirm your address",
            Text = "Hello,\n\nsomebody, probably you, registered with this address at our API portal. If it was you, confirm it with the link below; it works for a day. If it was not, do nothing: the account stays closed.",
            Path = $"/account/confirm?person={person.Id}&token={Uri.EscapeDataString(token)}",
            ToStaff = person.Roles is not Role.Developer,
        };
    }
}
