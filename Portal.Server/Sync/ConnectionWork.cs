using Portal.Server.Sync.Bundles;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>Works through what is approved on one connection, one run after the other; while all of them wait for AWS, it waits too.</summary>
internal sealed partial class ConnectionWork(Journal journal, Applier applier, RunEnding ending, CallBudget budget, BundleSchedule bundles, TimeProvider clock, ILogger<ConnectionWork> logger)
{
    /// <summary>What is open is read anew each time: another may have been approved, or set aside, meanwhile. Each run has one turn; who wants another wakes the job.</summary>
    public async Task DoAsync(Guid connection, CancellationToken cancellationToken)
    {
        var had = new HashSet<Guid>();

        while ((await journal.OpenAsync(connection, cancellationToken)).Where(run => !had.Contains(run.Id)).ToList() is { Count: > 0 } open)
        {
            if (RunQueue.Next(open, calls => budget.FreeAt(connection, calls), clock.GetUtcNow()) is { Id: var next })
            {
                had.Add(next);
                await ApplyAsync(next, cancellationToken);
                // Parts of bundles may have waited for its end.
                await bundles.WakeAsync(cancellationToken);
            }
            else
            {
                await budget.PauseAsync(open.Min(run => budget.FreeAt(connection, run.FirstCalls)), cancellationToken);
            }
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

    [LoggerMessage(EventId = 3111, Level = LogLevel.Error, Message = "Run {Run} failed in the portal itself")]
    private partial void LogFailed(Exception exception, Guid run);
}
