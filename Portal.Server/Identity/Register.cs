using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Server.Platform.Mail;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

/// <summary>One answer, whoever has an account: what differs is the mail, which only the owner of the address reads.</summary>
internal sealed class RegisterHandler(PortalDb db, UserManager<User> users, Outbox outbox, DevelopersOptions options, IAuditTrail audit, TimeProvider clock)
    : IHandler<Register, Nothing>
{
    public async Task<Answer<Nothing>> HandleAsync(Register request, CurrentUser user, CancellationToken cancellationToken)
    {
        // Whoever comes first is the administrator, on the page made for that.
        if (options.Registration is Registration.Closed || !await db.Set<User>().AnyAsync(cancellationToken))
        {
            return Refusals.RegistrationClosed;
        }

        try
        {
            return await users.FindByEmailAsync(request.Email) is { } known
                ? await AgainAsync(known, request, cancellationToken)
                : await MakeAsync(request);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || exception.IsTaken())
        {
            // The same address at the same moment: the other one made the account and its mail.
            return Nothing.AtAll;
        }
    }

    private async Task<Answer<Nothing>> MakeAsync(Register request)
    {
        var person = new User
        {
            Id = Guid.CreateVersion7(),
            UserName = request.Email,
            Email = request.Email,
            EmailConfirmed = false,
            DisplayName = request.DisplayName,
            Roles = Role.Developer,
            CreatedAt = clock.GetUtcNow(),
        };

        audit.Record(CurrentUser.Portal with { Id = person.Id }, "identity.register", person.Id.ToString());
        outbox.Put(ConfirmationMail.Template, person.Id);
        var result = await users.CreateAsync(person, request.Password);

        return result.Succeeded || result.Errors.All(error => error.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName))
            ? Nothing.AtAll
            : Platform.Refusals.Malformed(nameof(request.Email), string.Join(' ', result.Errors.Select(error => error.Description)));
    }

    private async Task<Answer<Nothing>> AgainAsync(User person, Register request, CancellationToken cancellationToken)
    {
        var hash = users.PasswordHasher.HashPassword(person, request.Password);
        audit.Record(CurrentUser.Portal with { Id = person.Id }, "identity.register-again", person.Id.ToString());

        var isOpen = person is { EmailConfirmed: false, Suspended: false, Roles: Role.Developer };

        if (await outbox.PutSparinglyAsync(isOpen ? ConfirmationMail.Template : KnownAddressMail.Template, person.Id, cancellationToken) && isOpen)
        {
            // Nobody has proved to own the address, so who registered first has no more right to it. Links of mails before are void by the new stamp;
            // without a new mail they stay good, or a stranger could keep the owner out.
            person.PasswordHash = hash;
            person.DisplayName = request.DisplayName;
            await users.UpdateSecurityStampAsync(person);
        }
        else
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        return Nothing.AtAll;
    }
}
