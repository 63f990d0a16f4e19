namespace Portal.Sandbox.CloudWatch;

/// <summary>A statistic of a metric by period; null for the unit takes the one that the metric has.</summary>
internal sealed record MetricStat(Metric Metric, string? Unit, int Period, Statistic Statistic);
