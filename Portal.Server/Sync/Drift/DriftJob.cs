using Quartz;

namespace Portal.Server.Sync.Drift;

/// <summary>A round, never two at once; every minute it looks whether something is due.</summary>
[DisallowConcurrentExecution]
internal sealed class DriftJob(DriftRounds rounds, IHostApplicationLifetime lifetime) : IJob
{
    public static JobKey Key { get; } = new("round", "drift");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);

        try
        {
            await rounds.GoAsync(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What is due then is due at the next start.
        }
    }
}
