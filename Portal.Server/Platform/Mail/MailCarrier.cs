using Microsoft.EntityFrameworkCore;
using Portal.Shared;

namespace Portal.Server.Platform.Mail;

/// <summary>Sends the mails whose time has come. Whoever marks one first sends it, so two portals on one database do not send it twice.</summary>
internal sealed partial class MailCarrier(IServiceScopeFactory scopes, SmtpServer server, TimeProvider clock, ILogger<MailCarrier> logger)
{
    private const int AtOnce = 50;

    /// <summary>Tries all that are due; returns how many that were.</summary>
    public async Task<int> SendDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = await DueAsync(now, cancellationToken);

        foreach (var id in due)
        {
            await SendAsync(id, now, cancellationToken);
        }

        return due.Count;
    }

    private async Task<List<Guid>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();

        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<OutboxMail>()
            .Where(mail => mail.State == MailState.Waiting && mail.DueAt <= now)
            .OrderBy(mail => mail.DueAt)
            .Select(mail => mail.Id)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
    }

    private async Task SendAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();

        try
        {
            var mail = await db.Set<OutboxMail>().SingleAsync(mail => mail.Id == id, cancellationToken);

            if (mail.State is not MailState.Waiting || mail.DueAt > now)
            {
                return;
            }

            mail.Begin(now);
            await db.SaveChangesAsync(cancellationToken);

            var delivery = await DeliverAsync(scope.ServiceProvider, mail, now, cancellationToken);
            mail.End(delivery, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);

            if (delivery is Delivery.Refused(var why, _))
            {
                LogRefused(mail.Id, mail.Tries, why);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else was faster.
        }
    }

    private async Task<Delivery> DeliverAsync(IServiceProvider services, OutboxMail mail, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (mail.IsTooOld(now))
        {
            return new Delivery.Refused("It waited for more than two days, so it was not sent any more.", WorthRetry: false);
        }

        return await services.LetterOrNullAsync(mail, cancellationToken) is { } letter
            ? await server.SendAsync(letter, cancellationToken)
            : new Delivery.Pointless();
    }

    [LoggerMessage(EventId = 1100, Level = LogLevel.Warning, Message = "Mail {Mail} was not sent, try {Tries}: {Why}")]
    private partial void LogRefused(Guid mail, int tries, string why);
}
