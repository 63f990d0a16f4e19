using Microsoft.EntityFrameworkCore;
using Portal.Shared;

namespace Portal.Server.Platform.Mail;

internal sealed class OpenMailboxHandler(PortalDb db, MailboxDoor door, IServiceProvider services) : IHandler<OpenMailbox, Mailbox>
{
    private const int Most = 50;

    public async Task<Answer<Mailbox>> HandleAsync(OpenMailbox request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (door.IsDelivering)
        {
            return Refusals.MailIsDelivered;
        }

        if (!await door.IsOpenAsync(user, cancellationToken))
        {
            return Refusals.MailboxClosed;
        }

        var mails = await db.Set<OutboxMail>().AsNoTracking()
            .Where(mail => mail.State == MailState.Waiting)
            .OrderByDescending(mail => mail.CreatedAt)
            .ThenByDescending(mail => mail.Id)
            .Take(Most)
            .ToListAsync(cancellationToken);
        List<MailboxLetter> letters = [];

        foreach (var mail in mails)
        {
            if (await services.LetterOrNullAsync(mail, cancellationToken) is { } letter && (user.Roles.HasFlag(Role.Admin) || !letter.ToStaff))
            {
                letters.Add(new MailboxLetter { Id = mail.Id, To = letter.To, Subject = letter.Subject, Text = letter.Text, Path = letter.Path, At = mail.CreatedAt });
            }
        }

        return new Mailbox { Letters = letters };
    }
}
