using Quartz;

namespace Portal.Server.Sync;

/// <summary>Does the work of one connection, never twice at once.</summary>
[DisallowConcurrentExecution]
internal sealed partial class ConnectionJob(ConnectionWork work, IHostApplicationLifetime lifetime, ILogger<ConnectionJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var connection = Guid.Parse(context.JobDetail.Key.Name);

        try
        {
            await work.DoAsync(connection, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            LogStopping(connection);
        }
    }

    [LoggerMessage(EventId = 3110, Level = LogLevel.Information, Message = "The portal stops while connection {Connection} is worked on; what is open is gone on with at the next start")]
    private partial void LogStopping(Guid connection);
}
