using Microsoft.AspNetCore.Identity;
using Portal.Server.Platform;
using Portal.Server.Platform.Mail;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class SendConfirmationHandler(PortalDb db, UserManager<User> users, Outbox outbox, IAuditTrail audit) : IHandler<SendConfirmation, Nothing>
{
    public async Task<Answer<Nothing>> HandleAsync(SendConfirmation request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(request.Id.ToString()) is not { } person)
        {
            return Platform.Refusals.NotFound;
        }

        if (person.EmailConfirmed)
        {
            return Refusals.ConfirmedAlready;
        }

        audit.Record(user, "identity.send-confirmation", person.Id.ToString());
        outbox.Put(ConfirmationMail.Template, person.Id);
        await db.SaveChangesAsync(cancellationToken);

        return Nothing.AtAll;
    }
}
