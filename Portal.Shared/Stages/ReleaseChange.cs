namespace Portal.Shared.Stages;

/// <summary>What callers of a stage would find changed, were it to run another release.</summary>
public sealed record ReleaseChange
{
    /// <summary>The stage as it is, with what it runs.</summary>
    public required StageView Stage { get; init; }

    /// <summary>The release that it would run, as it runs or ran in its own place.</summary>
    public required ReleaseView Release { get; init; }

    /// <summary>By path.</summary>
    public required IReadOnlyList<RouteChange> Routes { get; init; }

    /// <summary>What changes beside the routes, a sentence each.</summary>
    public required IReadOnlyList<string> Settings { get; init; }

    /// <summary>What changes in the stage's own settings, a sentence each.</summary>
    public required IReadOnlyList<string> StageSettings { get; init; }

    /// <summary>By name.</summary>
    public required IReadOnlyList<VariableChange> Variables { get; init; }

    /// <summary>Variables that its integrations name and the stage lacks: calls would fail, so it is refused.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>It runs this already, with these variables.</summary>
    public bool IsSame => Routes is [] && Settings is [] && StageSettings is [] && Variables is [] && Stage.Runs?.Deployment == Release.Deployment;
}

/// <summary>A route that is there, gone or otherwise afterwards.</summary>
public sealed record RouteChange
{
    public required RouteChangeKind Kind { get; init; }

    /// <summary>As in "GET /pets".</summary>
    public required string Route { get; init; }

    public required string Sentence { get; init; }
}

public enum RouteChangeKind
{
    Added,
    Changed,
    Removed,
}

/// <summary>A stage variable that differs.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Before">Null where it is not set now.</param>
/// <param name="After">Null where it would not be set any more.</param>
public sealed record VariableChange(string Name, string? Before, string? After);
