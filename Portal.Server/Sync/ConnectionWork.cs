using System.Collections.Concurrent;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Server.Sync.Bundles;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>
/// Works through what is approved on one connection, one run after the other; while all of them wait for AWS, it waits too. That nobody gets in there is found out once, by the first run that waits for it.
/// While the portal's own database takes nothing, it waits as well: a run that was cut by that is gone on with as after a kill.
/// </summary>
internal sealed partial class ConnectionWork(Journal journal, Applier applier, RunEnding ending, CallBudget budget, BundleSchedule bundles, SyncOptions options, TimeProvider clock, ILogger<ConnectionWork> logger)
{
    /// <summary>How often the database has cut a run; a run that it never takes must not hold up the others for ever.</summary>
    private readonly ConcurrentDictionary<Guid, int> _cuts = new();

    public async Task DoAsync(Guid connection, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await PassAsync(connection, cancellationToken);

                return;
            }
            catch (Exception exception) when (exception.IsOfDatabase())
            {
                LogNotNow(connection, exception.Cause());
                await Task.Delay(Patience.After(tries, TimeSpan.FromSeconds(options.FirstWait), asked: null), clock, cancellationToken);
            }
        }
    }

    /// <summary>What is open is read anew each time: another may have been approved, or set aside, meanwhile. Each run has one turn; who wants another wakes the job.</summary>
    private async Task PassAsync(Guid connection, CancellationToken cancellationToken)
    {
        var had = new HashSet<Guid>();
        GatewayRefusedException? closed = null;

        while ((await journal.OpenAsync(connection, cancellationToken)).Where(run => !had.Contains(run.Id)).ToList() is { Count: > 0 } open)
        {
            if (closed is not null)
            {
                had.Add(open[0].Id);
                await applier.LeaveAsync(open[0].Id, closed, cancellationToken);
                await bundles.WakeAsync(cancellationToken);
            }
            else if (RunQueue.Next(open, calls => budget.FreeAt(connection, calls), clock.GetUtcNow()) is { Id: var next })
            {
                had.Add(next);
                closed = await ApplyOrNullAsync(next, cancellationToken);
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
    private async Task<GatewayRefusedException?> ApplyOrNullAsync(Guid run, CancellationToken cancellationToken)
    {
        try
        {
            var closed = await applier.ApplyAsync(run, cancellationToken);
            _cuts.TryRemove(run, out _);

            return closed;
        }
        catch (Exception exception) when (exception.IsOfDatabase() && _cuts.AddOrUpdate(run, 1, (_, cuts) => cuts + 1) < options.Tries)
        {
            throw;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception, run);
            await ending.EndAsync(run, RunState.Stopped, OutcomeWords.Unexpected(exception.GetType().Name), cancellationToken);
            _cuts.TryRemove(run, out _);

            return null;
        }
    }

    [LoggerMessage(EventId = 3112, Level = LogLevel.Warning, Message = "Connection {Connection} cannot be worked on while the portal's database takes nothing; it is tried again: {Why}")]
    private partial void LogNotNow(Guid connection, string why);

    [LoggerMessage(EventId = 3111, Level = LogLevel.Error, Message = "Run {Run} failed in the portal itself")]
    private partial void LogFailed(Exception exception, Guid run);
}
