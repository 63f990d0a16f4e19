using Microsoft.AspNetCore.Identity;
using Portal.Server.Platform;
using Portal.Server.Platform.Mail;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class SendConfirmationAgainHandler(PortalDb db, UserManager<User> users, Outbox outbox, IAuditTrail audit) : IHandler<SendConfirmationAgain, Nothing>
{
    public async Task<Answer<Nothing>> HandleAsync(SendConfirmationAgain request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await users.FindByEmailAsync(request.Email) is { EmailConfirmed: false, Suspended: false } person)
        {
            audit.Record(CurrentUser.Portal with { Id = person.Id }, "identity.send-confirmation-again", person.Id.ToString());
            await outbox.PutSparinglyAsync(ConfirmationMail.Template, person.Id, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        return Nothing.AtAll;
    }
}
