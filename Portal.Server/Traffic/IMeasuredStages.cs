using Portal.Server.Gateway;

namespace Portal.Server.Traffic;

/// <summary>Tells of which stages facts are collected; the rooms that know them do it.</summary>
internal interface IMeasuredStages
{
    /// <summary>Every stage that runs something, on whatever connection.</summary>
    Task<IReadOnlyList<MeasuredStage>> AllAsync(CancellationToken cancellationToken);
}

/// <summary>A stage whose calls are counted.</summary>
internal sealed record MeasuredStage
{
    /// <summary>The portal's id.</summary>
    public required Guid Id { get; init; }

    public required Guid Connection { get; init; }

    /// <summary>Whether the connection leads to the portal's own sandbox, where reading costs nothing and nothing comes late.</summary>
    public required bool IsSandbox { get; init; }

    /// <summary>The API's name in AWS.</summary>
    public required string Api { get; init; }

    /// <summary>An HTTP or WebSocket API, which CloudWatch does not know by its name; null where it does.</summary>
    public Address? ById { get; init; }

    /// <summary>What CloudWatch counts of it.</summary>
    public Counted Counted => ById?.Kind is Kind.WebSocketApi ? Counted.Messages : Counted.Calls;

    public required string Name { get; init; }

    /// <summary>The log group, by its ARN, in which it writes down its calls; null where it does not.</summary>
    public required string? AccessLogGroup { get; init; }

    /// <summary>Before that there was nothing to count.</summary>
    public required DateTimeOffset Since { get; init; }
}
