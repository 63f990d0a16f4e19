using Portal.Shared.Sync;
using Quartz;

namespace Portal.Server.Sync;

/// <summary>Works through what is approved on one connection, one run after the other.</summary>
[DisallowConcurrentExecution]
internal sealed partial class ConnectionJob(Journal journal, Applier applier, RunEnding ending, IHostApplicationLifetime lifetime, ILogger<ConnectionJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var connection = Guid.Parse(context.JobDetail.Key.Name);

        try
        {
            foreach (var run in await journal.OpenAsync(connection, stopping.Token))
            {
                await ApplyAsync(run, stopping.Token);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            LogStopping(connection);
        }
    }

    /// <summary>A fault of the portal in one run is said in that run, and does not hold up the others.</summary>
    private async Task ApplyAsync(Guid run, CancellationToken cancellationToken)
    {
        try
        {
            await applier.ApplyAsync(run, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception, run);
            await ending.EndAsync(run, RunState.Stopped, OutcomeWords.Unexpected(exception.GetType().Name), cancellationToken);
        }
    }

    [LoggerMessage(EventId = 3110, Level = LogLevel.Information, Message = "The portal stops while connection {Connection} is worked on; what is open is gone on with at the next start")]
    private partial void LogStopping(Guid connection);

    [LoggerMessage(EventId = 3111, Level = LogLevel.Error, Message = "Run {Run} failed in the portal itself")]
    private partial void LogFailed(Exception exception, Guid run);
}
