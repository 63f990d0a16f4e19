using Portal.Server.Platform;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>Shows a run, and of one that waits, for what and how long.</summary>
internal sealed class RunViews(PortalDb db, Journal journal, CallBudget budget, TimeProvider clock)
{
    public async Task<RunView> OfAsync(Guid id, CancellationToken cancellationToken)
    {
        var run = await db.RunViewAsync(id, cancellationToken);

        return run.State is RunState.Approved or RunState.Running ? await WithTurnAsync(run, cancellationToken) : run;
    }

    private async Task<RunView> WithTurnAsync(RunView run, CancellationToken cancellationToken)
    {
        var open = await journal.OpenAsync(run.Connection, cancellationToken);

        // Begun or ended between the two looks: the next one shows it.
        if (open.FirstOrDefault(queued => queued.Id == run.Id) is not { } mine)
        {
            return run;
        }

        var now = clock.GetUtcNow();
        var turn = RunQueue.Forecast(open, run.Id, BudgetNow.Of(open, operation => budget.FreeAt(run.Connection, [operation]), budget.PauseOf), now);
        var waits = turn.At > now;

        return run with
        {
            QueuePosition = run.State is RunState.Approved ? turn.Before : null,
            TurnAt = waits || run.State is RunState.Approved ? turn.At : null,
            WaitsFor = waits ? Slowest(mine.FirstCalls) : null,
        };
    }

    private string? Slowest(IReadOnlyList<string> operations) => operations.MaxBy(budget.PauseOf) is { } slowest ? budget.WordsOf(slowest) : null;
}
