namespace Portal.Server.Traffic;

/// <summary>Names a series: one statistic of one metric of one stage, by AWS's words for both.</summary>
internal readonly record struct SeriesKey(Guid Stage, Statistic Statistic);

/// <param name="Metric">Count, 4XXError, Latency, ...</param>
/// <param name="Of">Sum, Average, p95, ...</param>
internal sealed record Statistic(string Metric, string Of)
{
    public static Statistic Requests { get; } = new("Count", "Sum");

    public static Statistic ClientErrors { get; } = new("4XXError", "Sum");

    public static Statistic ServerErrors { get; } = new("5XXError", "Sum");

    /// <summary>Counts: those of short periods add up to those of long ones.</summary>
    public static IReadOnlyList<Statistic> Sums { get; } = [Requests, ClientErrors, ServerErrors];

    /// <summary>What does not add up: of each length of period CloudWatch is asked for its own.</summary>
    public static IReadOnlyList<Statistic> Measures { get; } =
    [
        .. from metric in new[] { "Latency", "IntegrationLatency" }
           from statistic in new[] { "Average", "p50", "p90", "p95", "p99" }
           select new Statistic(metric, statistic),
    ];

    public static IReadOnlyList<Statistic> All { get; } = [.. Sums, .. Measures];

    public override string ToString() => $"{Metric}.{Of}";
}
