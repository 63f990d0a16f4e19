using FluentValidation;
using Portal.Shared.Catalog;

namespace Portal.Shared.Metrics;

/// <summary>Shows how much is called and how well it is answered: the stages that run something, by API.</summary>
[Demands(Policies.ReadMetrics)]
public sealed record GetTraffic : IRequest<TrafficView>, ITimeRange
{
    public string? Last { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    /// <summary>A part of an API's name.</summary>
    public string? Search { get; init; }

    /// <summary>Stages to skip.</summary>
    public int Skip { get; init; }

    /// <summary>1 to 100.</summary>
    public int Take { get; init; } = 25;
}

public sealed class GetTrafficValidator : AbstractValidator<GetTraffic>
{
    public GetTrafficValidator()
    {
        this.IsTimeRange();
        RuleFor(request => request.Search).MaximumLength(200).WithMessage("Search for at most 200 characters.");
        RuleFor(request => request.Skip).GreaterThanOrEqualTo(0).WithMessage("Skip none or more.");
        RuleFor(request => request.Take).InclusiveBetween(1, 100).WithMessage("Take between 1 and 100.");
    }
}

/// <summary>The same as <see cref="GetTraffic"/> as lines of CSV, all stages.</summary>
[Demands(Policies.ReadMetrics)]
public sealed record ExportTraffic : IRequest<MetricsFile>, ITimeRange
{
    public string? Last { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }
}

public sealed class ExportTrafficValidator : AbstractValidator<ExportTraffic>
{
    public ExportTrafficValidator() => this.IsTimeRange();
}

public sealed record TrafficView
{
    /// <summary>What is shown: whole periods, which may be a little more than was asked for.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Not included.</summary>
    public required DateTimeOffset To { get; init; }

    public required IReadOnlyList<TrafficRow> Rows { get; init; }

    /// <summary>How many rows there are in all.</summary>
    public required int Total { get; init; }

    /// <summary>How the reading stands on the connections of the rows.</summary>
    public required IReadOnlyList<CollectionView> Collections { get; init; }

    /// <summary>Whether who asks may have calls made up: they have stages in the portal's own sandbox, and it runs.</summary>
    public required bool MayMakeTraffic { get; init; }
}

/// <summary>What was called of a stage, and how well it was answered.</summary>
public sealed record TrafficRow
{
    public required Guid ApiId { get; init; }

    public required string Api { get; init; }

    /// <summary>Of a WebSocket API messages are counted, and the latency is its integrations'.</summary>
    public Protocol Protocol { get; init; }

    public required Guid StageId { get; init; }

    public required string Stage { get; init; }

    public required Guid ConnectionId { get; init; }

    public required string Connection { get; init; }

    public required TrafficTotals Totals { get; init; }

    /// <summary>Milliseconds that 95 of 100 answers did not exceed; null where nothing was called.</summary>
    public required double? P95 { get; init; }

    /// <summary>Percentiles do not add up: over more than one period this one is put together from theirs, and near, not exact.</summary>
    public required bool P95IsNear { get; init; }

    /// <summary>Requests over the time, in equal steps; null where nothing was counted.</summary>
    public required IReadOnlyList<double?> Trend { get; init; }
}

/// <summary>What was counted in a span of time.</summary>
public sealed record TrafficTotals
{
    /// <summary>Of a WebSocket API the messages, both ways.</summary>
    public required long Requests { get; init; }

    /// <summary>How many were opened; of a WebSocket API alone.</summary>
    public long? Connections { get; init; }

    /// <summary>Answered with a status of 400 to 499; of a WebSocket API what API Gateway refused.</summary>
    public required long ClientErrors { get; init; }

    /// <summary>Answered with a status of 500 or more; of a WebSocket API the errors of integrations and of API Gateway itself.</summary>
    public required long ServerErrors { get; init; }

    /// <summary>0 to 100; null where nothing was called.</summary>
    public double? ClientErrorRate => Rate(ClientErrors);

    public double? ServerErrorRate => Rate(ServerErrors);

    private double? Rate(long errors) => Requests + (Connections ?? 0) is var all and > 0 ? 100.0 * errors / all : null;
}
