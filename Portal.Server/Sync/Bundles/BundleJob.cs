using Quartz;

namespace Portal.Server.Sync.Bundles;

/// <summary>Makes the change sets of bundles that wait for them, never twice at once.</summary>
[DisallowConcurrentExecution]
internal sealed class BundleJob(BundleProposals proposals, IHostApplicationLifetime lifetime) : IJob
{
    public static JobKey Key { get; } = new("proposals", "bundles");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);

        try
        {
            await proposals.GoAsync(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What waits is gone on with at the next start.
        }
    }
}
