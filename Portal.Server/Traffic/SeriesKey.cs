namespace Portal.Server.Traffic;

/// <summary>Names a series: one statistic of one metric of one stage, by AWS's words for both.</summary>
internal readonly record struct SeriesKey(Guid Stage, Statistic Statistic);

/// <param name="Metric">Count, 4XXError, Latency, MessageCount, ...</param>
/// <param name="Of">Sum, Average, p95, ...</param>
internal sealed record Statistic(string Metric, string Of)
{
    public static Statistic Requests { get; } = new("Count", "Sum");

    public static Statistic ClientErrors { get; } = new("4XXError", "Sum");

    public static Statistic ServerErrors { get; } = new("5XXError", "Sum");

    public override string ToString() => $"{Metric}.{Of}";
}
