using Microsoft.AspNetCore.Identity;
using Portal.Server.Platform.Mail;
using Portal.Shared;

namespace Portal.Server.Identity;

/// <summary>Brings the one-time link to choose a new password.</summary>
internal sealed class PasswordMail(UserManager<User> users, Invitations invitations) : IMailTemplate
{
    public const string Template = "identity.password";

    public string Name => Template;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken cancellationToken) =>
        await users.FindByIdAsync(mail.PersonId.ToString()) is not { Suspended: false } person ? null : new Letter
        {
            To = person.Email!,
            ToName = person.DisplayName,
            Subject = "Choose a new password",
            Text = $"Hello {person.DisplayName},\n\nsomebody, probably you, asked for a new password at our API portal. Choose it with the link below; it works once and for a day. If it was not you, do nothing: your password stays as it is.",
            Path = (await invitations.MintAsync(person, cancellationToken)).Path,
            ToStaff = person.Roles is not Role.Developer,
        };
}
