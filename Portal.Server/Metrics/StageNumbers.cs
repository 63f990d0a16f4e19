using Portal.Server.Gateway;
using Portal.Server.Traffic;
using Portal.Shared.Metrics;

namespace Portal.Server.Metrics;

/// <summary>What was collected of some stages over a span of time.</summary>
internal sealed class StageNumbers
{
    private const int Steps = 60;

    private readonly Periods _periods;
    private readonly IReadOnlyDictionary<SeriesKey, IReadOnlyList<MetricPoint>> _series;

    private StageNumbers(Periods periods, IReadOnlyDictionary<SeriesKey, IReadOnlyList<MetricPoint>> series) => (_periods, _series) = (periods, series);

    public static StageNumbers Read(SeriesStore store, Periods periods, IEnumerable<Guid> stages, IReadOnlyList<Statistic> statistics) =>
        new(periods, store.Read(stages.SelectMany(stage => statistics.Select(statistic => new SeriesKey(stage, statistic))), periods.Resolution, periods.From, periods.To));

    /// <summary>One a period; null where nothing was measured.</summary>
    public IReadOnlyList<double?> Values(Guid stage, Statistic statistic)
    {
        var values = new double?[_periods.Count];

        foreach (var point in Points(stage, statistic))
        {
            values[_periods.IndexOf(point.At)] = point.Value;
        }

        return values;
    }

    public TrafficTotals Totals(Guid stage, Counted counted) => new()
    {
        Requests = Sum(stage, counted.Requests),
        Connections = counted.Connections is { } connections ? Sum(stage, connections) : null,
        ClientErrors = Sum(stage, counted.ClientErrors),
        ServerErrors = counted.ServerErrors.Sum(statistic => Sum(stage, statistic)),
    };

    /// <summary>The 95th percentile of all latencies, and whether it is put together from those of several periods.</summary>
    public (double? Value, bool IsNear) P95(Guid stage, Counted counted)
    {
        var shares = counted.Shares.Select(known => (known.Share, Values: Values(stage, known.Statistic))).ToList();
        var parts = Values(stage, counted.Requests).Index()
            .Where(period => period.Item is > 0 && shares.TrueForAll(known => known.Values[period.Index] is not null))
            .Select(period => new Mixture.Part(period.Item!.Value, [.. shares.Select(known => (known.Share, known.Values[period.Index]!.Value))]))
            .ToList();

        return (Mixture.Percentile(parts, 0.95), parts.Count > 1);
    }

    /// <summary>Requests in a few steps, to be seen at a glance.</summary>
    public IReadOnlyList<double?> Trend(Guid stage, Counted counted)
    {
        var step = (int)Math.Ceiling(_periods.Count / (double)Steps);

        return [.. Values(stage, counted.Requests).Chunk(step).Select(values => values.Any(value => value is not null) ? values.Sum() : null)];
    }

    private long Sum(Guid stage, Statistic statistic) => (long)Math.Round(Points(stage, statistic).Sum(point => point.Value));

    private IReadOnlyList<MetricPoint> Points(Guid stage, Statistic statistic) => _series.GetValueOrDefault(new SeriesKey(stage, statistic)) ?? [];
}
