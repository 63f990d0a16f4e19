using System.Data.Common;

namespace Portal.Server.Platform.Mail;

/// <summary>Keeps the mails going from the start of the portal to its end, where a mail server is set.</summary>
internal sealed partial class MailLoop(MailCarrier carrier, MailOptions options, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<MailLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.IsOn)
        {
            return;
        }

        using var timer = new PeriodicTimer(Pause, clock);

        try
        {
            await StartedAsync(stoppingToken);

            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await RoundAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is due then is sent after the next start.
        }
    }

    /// <summary>Before that there may be no table yet.</summary>
    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registered = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }

    /// <summary>One round that fails does not end the others.</summary>
    private async Task RoundAsync(CancellationToken cancellationToken)
    {
        try
        {
            await carrier.SendDueAsync(clock.GetUtcNow(), cancellationToken);
        }
        catch (DbException exception)
        {
            LogNoRound(exception.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(exception);
        }
    }

    [LoggerMessage(EventId = 1101, Level = LogLevel.Warning, Message = "Mails could not be sent in this round: {Why}")]
    private partial void LogNoRound(string why);

    [LoggerMessage(EventId = 1102, Level = LogLevel.Error, Message = "Mails could not be sent in this round; they are tried again")]
    private partial void LogFailed(Exception exception);
}
