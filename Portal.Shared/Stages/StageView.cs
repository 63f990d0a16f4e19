namespace Portal.Shared.Stages;

/// <summary>A stage of an API, and what runs there.</summary>
public sealed record StageView
{
    public required Guid Id { get; init; }

    public required Guid ApiId { get; init; }

    public required string Api { get; init; }

    public required Guid ConnectionId { get; init; }

    /// <summary>The connection's name.</summary>
    public required string Connection { get; init; }

    public required string Name { get; init; }

    /// <summary>Its place in the pipeline, from 0.</summary>
    public required int Position { get; init; }

    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>Null where nothing is deployed yet.</summary>
    public required ReleaseView? Runs { get; init; }

    /// <summary>Whether the variables were changed since the release: they take effect with the next deployment.</summary>
    public required bool VariablesAreAhead { get; init; }

    /// <summary>For saving on top of what was read.</summary>
    public required int Version { get; init; }
}

/// <summary>What a stage runs, or ran.</summary>
public sealed record ReleaseView
{
    public required Guid Id { get; init; }

    /// <summary>The number of the revision.</summary>
    public required int Revision { get; init; }

    /// <summary>The deployment's id, made from the definition; AWS shows it as the deployment's description.</summary>
    public required string Deployment { get; init; }

    /// <summary>Who approved it; empty where the person is gone.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The run that brought it there.</summary>
    public required Guid RunId { get; init; }
}
