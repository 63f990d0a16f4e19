using FluentValidation;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;

namespace Portal.Shared.Metrics;

/// <summary>Shows the numbers of a stage over time: requests, errors and latency, with what was released when.</summary>
[Demands(Policies.ReadMetrics)]
public sealed record GetStageMetrics(Guid StageId) : IRequest<StageMetricsView>, IConcerns, ITimeRange
{
    public string? Last { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Stage, StageId);
}

public sealed class GetStageMetricsValidator : AbstractValidator<GetStageMetrics>
{
    public GetStageMetricsValidator() => this.IsTimeRange();
}

/// <summary>The same as <see cref="GetStageMetrics"/> as lines of CSV: one a period.</summary>
[Demands(Policies.ReadMetrics)]
public sealed record ExportStageMetrics(Guid StageId) : IRequest<MetricsFile>, IConcerns, ITimeRange
{
    public string? Last { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Stage, StageId);
}

public sealed class ExportStageMetricsValidator : AbstractValidator<ExportStageMetrics>
{
    public ExportStageMetricsValidator() => this.IsTimeRange();
}

public sealed record StageMetricsView
{
    public required Guid StageId { get; init; }

    public required string Stage { get; init; }

    public required Guid ApiId { get; init; }

    public required string Api { get; init; }

    /// <summary>Of a WebSocket API connections and messages are counted.</summary>
    public Protocol Protocol { get; init; }

    /// <summary>The beginning of the first period.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The end of the last period, which may not be over.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>The length of a period in seconds: 60, 300 or 3600, so that there are at most 1,440.</summary>
    public required int Period { get; init; }

    public required TrafficTotals Totals { get; init; }

    public required IReadOnlyList<MetricSeries> Series { get; init; }

    /// <summary>What was released in this time, the latest first.</summary>
    public required IReadOnlyList<ReleaseView> Releases { get; init; }

    public required CollectionView Collection { get; init; }

    /// <summary>The values of a series; none where there is no such series.</summary>
    public IReadOnlyList<double?> Values(string metric, string statistic) =>
        Series.FirstOrDefault(series => series.Metric == metric && series.Statistic == statistic)?.Values ?? [];
}

/// <summary>One statistic of one metric, by CloudWatch's words for both.</summary>
public sealed record MetricSeries
{
    /// <summary>Count, 4XXError, 5XXError, Latency or IntegrationLatency; of a WebSocket API MessageCount, ConnectCount, ClientError, IntegrationError, ExecutionError or IntegrationLatency.</summary>
    public required string Metric { get; init; }

    /// <summary>Sum, Average, p50, p90, p95 or p99.</summary>
    public required string Statistic { get; init; }

    /// <summary>One a period; null where CloudWatch has none, which is not zero. Latencies are milliseconds.</summary>
    public required IReadOnlyList<double?> Values { get; init; }
}
