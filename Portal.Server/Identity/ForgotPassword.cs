using Microsoft.AspNetCore.Identity;
using Portal.Server.Platform;
using Portal.Server.Platform.Mail;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class ForgotPasswordHandler(PortalDb db, UserManager<User> users, Outbox outbox, IAuditTrail audit) : IHandler<ForgotPassword, Nothing>
{
    public async Task<Answer<Nothing>> HandleAsync(ForgotPassword request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await users.FindByEmailAsync(request.Email) is { Suspended: false } person)
        {
            audit.Record(CurrentUser.Portal with { Id = person.Id }, "identity.forgot-password", person.Id.ToString());
            await outbox.PutSparinglyAsync(PasswordMail.Template, person.Id, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        return Nothing.AtAll;
    }
}
