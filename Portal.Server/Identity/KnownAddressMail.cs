using Microsoft.AspNetCore.Identity;
using Portal.Server.Platform.Mail;
using Portal.Shared;

namespace Portal.Server.Identity;

/// <summary>Tells the owner of an account that somebody registered with their address: nobody else hears that there is one.</summary>
internal sealed class KnownAddressMail(UserManager<User> users) : IMailTemplate
{
    public const string Template = "identity.known-address";

    public string Name => Template;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken cancellationToken) =>
        await users.FindByIdAsync(mail.PersonId.ToString()) is not { Suspended: false } person ? null : new Letter
        {
            To = person.Email!,
            ToName = person.DisplayName,
            Subject = "You have an account already",
            Text = $"Hello {person.DisplayName},\n\nsomebody, perhaps you, tried to register with this address at our API portal. You have an account there: sign in with it. If you do not know the password any more, have a new one made with the link below. If it was not you, do nothing: nothing was changed.",
            Path = "/account/forgot",
            ToStaff = person.Roles is not Role.Developer,
        };
}
