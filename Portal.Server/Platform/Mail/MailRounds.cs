namespace Portal.Server.Platform.Mail;

/// <summary>Keeps the mails going, where a mail server is set.</summary>
internal sealed class MailRounds(MailCarrier carrier, MailOptions options, TimeProvider clock) : IRounds
{
    public string Work => "Sending mails";

    public TimeSpan Pause => TimeSpan.FromSeconds(5);

    public bool IsWanted => options.IsOn;

    public Task RoundAsync(CancellationToken cancellationToken) => carrier.SendDueAsync(clock.GetUtcNow(), cancellationToken);
}
