using Microsoft.EntityFrameworkCore;
using Portal.Shared;

namespace Portal.Server.Platform.Mail;

internal sealed class RetryMailHandler(PortalDb db, IAuditTrail audit, TimeProvider clock) : IHandler<RetryMail, Nothing>
{
    public async Task<Answer<Nothing>> HandleAsync(RetryMail request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await db.Set<OutboxMail>().SingleOrDefaultAsync(mail => mail.Id == request.Id, cancellationToken) is not { } mail)
        {
            return Refusals.NotFound;
        }

        if (mail.State is not MailState.Failed)
        {
            return Refusals.MailNotFailed;
        }

        mail.Retry(clock.GetUtcNow());
        audit.Record(user, "platform.retry-mail", mail.PersonId.ToString(), mail.Template);
        await db.SaveChangesAsync(cancellationToken);

        return Nothing.AtAll;
    }
}
