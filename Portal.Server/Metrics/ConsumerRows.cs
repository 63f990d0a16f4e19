using Portal.Server.Traffic;
using Portal.Shared.Metrics;

namespace Portal.Server.Metrics;

/// <summary>Reads who called a stage.</summary>
internal sealed class ConsumerRows(FactStore store, MetricsOptions options, TimeProvider clock)
{
    public Periods PeriodsOf(ITimeRange range) => Periods.Of(range, options, clock.GetUtcNow(), among: [Resolution.Minute, Resolution.Hour]);

    /// <summary>The busiest first.</summary>
    public IReadOnlyList<ConsumerRow> Read(Guid stage, Periods periods) =>
    [
        .. store.Read(stage, periods.Resolution, periods.From, periods.To)
            .Select(caller => Row(caller.Key, caller.Value))
            .OrderByDescending(row => row.Totals.Requests)
            .ThenBy(row => row.KeyId, StringComparer.Ordinal),
    ];

    private static ConsumerRow Row(string key, CallFacts facts) => new()
    {
        KeyId = key is "" ? null : key,
        Totals = new TrafficTotals { Requests = facts.Requests, ClientErrors = facts.ClientErrors, ServerErrors = facts.ServerErrors },
        AverageLatency = facts.LatencySum / (double)facts.Requests,
        P50 = facts.Latencies.Percentile(0.5) ?? 0,
        P95 = facts.Latencies.Percentile(0.95) ?? 0,
        P99 = facts.Latencies.Percentile(0.99) ?? 0,
    };
}
