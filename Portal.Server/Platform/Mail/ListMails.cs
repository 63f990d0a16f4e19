using Microsoft.EntityFrameworkCore;
using Portal.Shared;

namespace Portal.Server.Platform.Mail;

internal sealed class ListMailsHandler(PortalDb db, IPeopleNames names) : IHandler<ListMails, Page<MailRow>>
{
    public async Task<Answer<Page<MailRow>>> HandleAsync(ListMails request, CurrentUser user, CancellationToken cancellationToken)
    {
        var mails = await db.Set<OutboxMail>().AsNoTracking()
            .OrderByDescending(mail => mail.CreatedAt)
            .ThenByDescending(mail => mail.Id)
            .Skip(request.Skip)
            .Take(request.Take)
            .ToListAsync(cancellationToken);
        var people = await names.OfAsync([.. mails.Select(mail => mail.PersonId).Distinct()], cancellationToken);

        return new Page<MailRow>
        {
            Items = [.. mails.Select(mail => new MailRow
            {
                Id = mail.Id,
                Template = mail.Template,
                PersonId = mail.PersonId,
                Person = people[mail.PersonId],
                State = mail.State,
                CreatedAt = mail.CreatedAt,
                SentAt = mail.SentAt,
                NextTryAt = mail.State is MailState.Waiting ? mail.DueAt : null,
                Tries = mail.Tries,
                Why = mail.Why,
            })],
            Total = await db.Set<OutboxMail>().CountAsync(cancellationToken),
        };
    }
}
