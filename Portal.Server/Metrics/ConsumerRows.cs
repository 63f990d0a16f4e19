using Portal.Server.Platform;
using Portal.Server.Traffic;
using Portal.Shared.Metrics;

namespace Portal.Server.Metrics;

/// <summary>Reads who called a stage.</summary>
internal sealed class ConsumerRows(FactStore store, ConsumerKeys keys, MetricsOptions options, TimeProvider clock)
{
    public Periods PeriodsOf(ITimeRange range) => Periods.Of(range, options, clock.GetUtcNow(), among: [Resolution.Minute, Resolution.Hour]);

    /// <summary>The busiest first, all of them or some.</summary>
    public async Task<(IReadOnlyList<ConsumerRow> Rows, int Total)> ReadAsync(Guid stage, Periods periods, CurrentUser user, Range some, CancellationToken cancellationToken)
    {
        var callers = store.Read(stage, periods.Resolution, periods.From, periods.To);
        var wanted = callers
            .OrderByDescending(caller => caller.Value.Requests)
            .ThenBy(caller => caller.Key, StringComparer.Ordinal)
            .Take(some)
            .ToList();
        var known = await keys.OfAsync(stage, [.. wanted.Select(caller => caller.Key)], user, cancellationToken);

        return ([.. wanted.Select(caller => Row(caller.Key, known.GetValueOrDefault(caller.Key), caller.Value))], callers.Count);
    }

    private static ConsumerRow Row(string id, ConsumerKey? key, CallFacts facts) => new()
    {
        KeyId = id is "" ? null : id,
        Key = key,
        Totals = new TrafficTotals { Requests = facts.Requests, ClientErrors = facts.ClientErrors, ServerErrors = facts.ServerErrors },
        AverageLatency = facts.Latencies.Count is var known and > 0 ? facts.LatencySum / (double)known : null,
        P50 = facts.Latencies.Percentile(0.5),
        P95 = facts.Latencies.Percentile(0.95),
        P99 = facts.Latencies.Percentile(0.99),
    };
}
