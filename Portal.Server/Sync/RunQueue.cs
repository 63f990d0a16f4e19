namespace Portal.Server.Sync;

/// <summary>
/// The order in which the runs of a connection are done: as they were approved, but one that would have to wait for AWS lets those go first that need not. It is pure:
/// the job asks it which run is next, and pages ask it when a run's turn comes.
/// </summary>
internal static class RunQueue
{
    /// <summary>What a step takes, about; an estimate need not know better.</summary>
    private static readonly TimeSpan OneStep = TimeSpan.FromSeconds(1);

    /// <summary>The run whose turn it is; null while all of them wait.</summary>
    /// <param name="runs">In the order of their approval.</param>
    /// <param name="freeAt">When operations can be called again.</param>
    /// <param name="now">What time it is.</param>
    public static QueuedRun? Next(IEnumerable<QueuedRun> runs, Func<IReadOnlyList<string>, DateTimeOffset> freeAt, DateTimeOffset now) =>
        runs.FirstOrDefault(run => freeAt(run.FirstCalls) <= now);

    /// <summary>Plays the queue through, as far as one run: what comes before it, and when it begins.</summary>
    /// <param name="runs">In the order of their approval.</param>
    /// <param name="wanted">The run that is asked about; one of them.</param>
    /// <param name="budget">The connection's budget.</param>
    /// <param name="now">What time it is.</param>
    public static Turn Forecast(IReadOnlyList<QueuedRun> runs, Guid wanted, BudgetNow budget, DateTimeOffset now)
    {
        var waiting = runs.ToList();
        var time = now;

        for (var before = 0; ; before++)
        {
            time = Later(time, waiting.Min(run => budget.FreeAt(run.FirstCalls)));
            var next = Next(waiting, budget.FreeAt, time)!;

            if (next.Id == wanted)
            {
                return new Turn(before, time);
            }

            foreach (var calls in next.Steps)
            {
                time = Later(time, budget.FreeAt(calls));
                budget = budget.Taking(calls, time);
                time += OneStep;
            }

            waiting.Remove(next);
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <param name="Id">The run.</param>
/// <param name="Steps">Of each step that is still to do, the operations with a limit.</param>
internal sealed record QueuedRun(Guid Id, IReadOnlyList<IReadOnlyList<string>> Steps)
{
    /// <summary>What it needs to begin, or to go on.</summary>
    public IReadOnlyList<string> FirstCalls => Steps is [var first, ..] ? first : [];
}

/// <param name="Before">How many runs come before it.</param>
/// <param name="At">When it begins, or goes on.</param>
internal sealed record Turn(int Before, DateTimeOffset At);

/// <summary>A connection's budget at some time, to be played with.</summary>
/// <param name="free">When an operation can be called again.</param>
/// <param name="pause">From one call of it to the next.</param>
internal sealed class BudgetNow(Func<string, DateTimeOffset> free, Func<string, TimeSpan> pause)
{
    /// <summary>As it is at this moment, for these runs: what is called meanwhile does not move it under the forecast.</summary>
    /// <param name="runs">The runs that are played through.</param>
    /// <param name="free">When an operation can be called again, as of now.</param>
    /// <param name="pause">From one call of it to the next.</param>
    public static BudgetNow Of(IEnumerable<QueuedRun> runs, Func<string, DateTimeOffset> free, Func<string, TimeSpan> pause)
    {
        var seen = runs.SelectMany(run => run.Steps).SelectMany(calls => calls).Distinct().ToDictionary(operation => operation, free);

        return new BudgetNow(operation => seen[operation], pause);
    }

    public DateTimeOffset FreeAt(IReadOnlyList<string> operations) => operations.Select(free).DefaultIfEmpty(DateTimeOffset.MinValue).Max();

    public BudgetNow Taking(IReadOnlyList<string> operations, DateTimeOffset at) =>
        operations is [] ? this : new(operation => operations.Contains(operation) ? at + pause(operation) : free(operation), pause);
}
