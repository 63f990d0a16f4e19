using Portal.Shared.Catalog;

namespace Portal.Shared.Stages;

/// <summary>Asks for the settings of a stage that reach AWS without a deployment: limits, logs, cache, firewall, tags.</summary>
[Demands(Policies.ReadCatalog)]
public sealed record GetStageSetup(Guid Id) : IRequest<StageSetupView>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Stage, Id);
}

/// <summary>How a stage is set up, in the portal.</summary>
public sealed record StageSetupView
{
    /// <summary>The stage.</summary>
    public required Guid Id { get; init; }

    /// <summary>What its API is: those that are no REST APIs have settings of routes alone, and HTTP APIs no execution log.</summary>
    public required Protocol Protocol { get; init; }

    /// <summary>Whether the portal keeps the settings; else they are left as they are in AWS.</summary>
    public required bool IsKept { get; init; }

    /// <summary>As the portal wants them, or, where it does not keep them, as AWS has them now; null where AWS has no such stage, or does not say.</summary>
    public required StageSetup? Settings { get; init; }

    public required string? Description { get; init; }

    public required StageAccessLog AccessLog { get; init; }

    /// <summary>The log group of the stage's connection; null where it has none.</summary>
    public required string? ConnectionLogGroup { get; init; }

    /// <summary>Those that the portal sets. Others in AWS are left alone.</summary>
    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    /// <summary>Whether something runs there: then a change can be proposed at once.</summary>
    public required bool Runs { get; init; }

    /// <summary>For saving on top of what was read.</summary>
    public required int Version { get; init; }
}

/// <summary>Where the calls of a stage are written down.</summary>
public sealed record StageAccessLog
{
    public required AccessLogPlace Place { get; init; }

    /// <summary>The ARN of a log group, or of a Firehose stream; with <see cref="AccessLogPlace.Own"/>.</summary>
    public required string? DestinationArn { get; init; }

    /// <summary>What a line says; with <see cref="AccessLogPlace.Own"/>.</summary>
    public required string? Format { get; init; }
}

public enum AccessLogPlace
{
    /// <summary>Where the connection has it, in the form that the portal reads.</summary>
    Connection,

    /// <summary>Where the stage says itself.</summary>
    Own,

    Nowhere,
}
