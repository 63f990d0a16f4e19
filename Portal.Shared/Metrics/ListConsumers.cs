using FluentValidation;
using Portal.Shared.Catalog;
using Portal.Shared.Keys;

namespace Portal.Shared.Metrics;

/// <summary>Shows who called a stage and how well they were answered, as its access log has it: by API key, the busiest first.</summary>
[Demands(Policies.ReadMetrics)]
public sealed record ListConsumers(Guid StageId) : IRequest<ConsumersView>, IConcerns, ITimeRange
{
    public string? Last { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    public int Skip { get; init; }

    /// <summary>1 to 100.</summary>
    public int Take { get; init; } = 25;

    Concern IConcerns.Concern => new(ConcernKind.Stage, StageId);
}

public sealed class ListConsumersValidator : AbstractValidator<ListConsumers>
{
    public ListConsumersValidator()
    {
        this.IsTimeRange();
        RuleFor(request => request.Skip).GreaterThanOrEqualTo(0).WithMessage("Skip none or more.");
        RuleFor(request => request.Take).InclusiveBetween(1, 100).WithMessage("Take between 1 and 100.");
    }
}

/// <summary>The same as <see cref="ListConsumers"/> as lines of CSV, all of them.</summary>
[Demands(Policies.ReadMetrics)]
public sealed record ExportConsumers(Guid StageId) : IRequest<MetricsFile>, IConcerns, ITimeRange
{
    public string? Last { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Stage, StageId);
}

public sealed class ExportConsumersValidator : AbstractValidator<ExportConsumers>
{
    public ExportConsumersValidator() => this.IsTimeRange();
}

public sealed record ConsumersView
{
    public required DateTimeOffset From { get; init; }

    /// <summary>Not included.</summary>
    public required DateTimeOffset To { get; init; }

    public required IReadOnlyList<ConsumerRow> Rows { get; init; }

    /// <summary>Of a WebSocket API connections are counted, and no messages: a key is shown when a connection is opened.</summary>
    public required Protocol Protocol { get; init; }

    /// <summary>How many rows there are in all.</summary>
    public required int Total { get; init; }

    /// <summary>The log group from which this is read, by its ARN; null where the connection has none, and nothing is known of callers.</summary>
    public required string? AccessLogGroup { get; init; }

    /// <summary>How reading the log stands.</summary>
    public required CollectionView Collection { get; init; }
}

/// <summary>Calls of one key, or connections that it opened.</summary>
public sealed record ConsumerRow
{
    /// <summary>AWS's id of the API key; null for calls without one, or with one that was not let in.</summary>
    public required string? KeyId { get; init; }

    /// <summary>Whose key that is; null where it is none of the portal's that the asker reaches.</summary>
    public required ConsumerKey? Key { get; init; }

    public required TrafficTotals Totals { get; init; }

    /// <summary>Milliseconds; null where none is known, as of connections that no integration was asked about. Of a WebSocket API it is that of the integration of $connect.</summary>
    public required double? AverageLatency { get; init; }

    public required double? P50 { get; init; }

    public required double? P95 { get; init; }

    public required double? P99 { get; init; }
}

/// <summary>A key of the portal, as those know it who sell its plan.</summary>
public sealed record ConsumerKey
{
    public required Guid Id { get; init; }

    public required string? LastFour { get; init; }

    public required ApiKeyState State { get; init; }

    public required string App { get; init; }

    public required string Owner { get; init; }

    public required Guid PlanId { get; init; }

    public required string Plan { get; init; }
}
