using Microsoft.EntityFrameworkCore;

namespace Portal.Server.Platform.Mail;

/// <summary>Takes mails to be sent. They are saved with the deed, in its transaction, or not at all.</summary>
internal sealed class Outbox(PortalDb db, TimeProvider clock)
{
    /// <summary>So that nobody's mailbox can be flooded by a stranger who knows the address.</summary>
    private const int MostInAnHour = 5;

    public void Put(string template, Guid person)
    {
        var now = clock.GetUtcNow();

        db.Add(new OutboxMail { Id = Guid.CreateVersion7(), Template = template, Arguments = [], PersonId = person, CreatedAt = now, QueuedAt = now, DueAt = now });
    }

    /// <summary>For mails that anybody can ask for in another's name; says whether it was not too much already.</summary>
    public async Task<bool> PutSparinglyAsync(string template, Guid person, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().AddHours(-1);

        if (await db.Set<OutboxMail>().CountAsync(mail => mail.PersonId == person && mail.CreatedAt > since, cancellationToken) >= MostInAnHour)
        {
            return false;
        }

        Put(template, person);

        return true;
    }
}
