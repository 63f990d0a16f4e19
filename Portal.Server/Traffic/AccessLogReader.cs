using Portal.Server.Gateway;

namespace Portal.Server.Traffic;

/// <summary>
/// Reads what stages wrote down of their calls, and keeps facts about callers: from where it left off, by whole minutes, and the last ones once more, because lines come late.
/// What it holds in memory grows with callers and minutes, not with lines.
/// </summary>
internal sealed class AccessLogReader(IFactSources sources, FactStore store, ReadingBook book, MetricsOptions options, TimeProvider clock)
{
    /// <summary>How late a line may come and still count.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LateInSandbox = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <param name="connection">Where they are.</param>
    /// <param name="stages">Its stages; those that write nothing down are left out.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task ReadAsync(Guid connection, IReadOnlyList<MeasuredStage> stages, CancellationToken cancellationToken)
    {
        var logs = await sources.OpenLogsAsync(connection, cancellationToken);

        foreach (var group in stages.Where(stage => stage.AccessLogGroup is not null).GroupBy(stage => stage.AccessLogGroup!))
        {
            await ReadAsync(logs, group.Key, [.. group], cancellationToken);
        }
    }

    private async Task ReadAsync(ILogSource logs, string group, IReadOnlyList<MeasuredStage> stages, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var end = Resolution.Minute.End(now);

        for (var from = Beginning(group, stages, now); from < end;)
        {
            var until = from + Window < end ? from + Window : end;
            store.Write(group, await CountAsync(logs, group, from, until, cancellationToken));
            book.MarkLog(group, until);
            from = until;
        }
    }

    private static async Task<Dictionary<(Caller, DateTimeOffset), CallFacts>> CountAsync(ILogSource logs, string group, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var facts = new Dictionary<(Caller, DateTimeOffset), CallFacts>();

        await foreach (var line in logs.ReadAsync(group, from, until, cancellationToken))
        {
            if (AccessLogLine.Of(line.Text) is not { } call)
            {
                continue;
            }

            var key = (new Caller(call.Stage, call.Key), Resolution.Minute.Begin(line.At));

            if (!facts.TryGetValue(key, out var known))
            {
                facts[key] = known = new CallFacts();
            }

            known.Add(call);
        }

        return facts;
    }

    private DateTimeOffset Beginning(string group, IReadOnlyList<MeasuredStage> stages, DateTimeOffset now)
    {
        var earliest = now.AddDays(-options.BackFill);
        var wanted = book.MarkOfLog(group) is { } mark ? mark - (stages[0].IsSandbox ? LateInSandbox : Late) : stages.Min(stage => stage.Since);

        return Resolution.Minute.Begin(wanted > earliest ? wanted : earliest);
    }
}
