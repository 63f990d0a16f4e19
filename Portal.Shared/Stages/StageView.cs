using Portal.Shared.Sync;

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

    /// <summary>Whether the settings are otherwise than the release's: they take effect with the next run of the stage.</summary>
    public required bool SettingsAreAhead { get; init; }

    /// <summary>The name of the stage that comes after it in the pipeline; null for the last.</summary>
    public required string? Next { get; init; }

    /// <summary>Whether the next stage runs something else, or has variables that wait for its next release.</summary>
    public required bool IsAhead { get; init; }

    /// <summary>How it stands to the stage before it; null where both run the same, or one of them nothing.</summary>
    public required StageLag? Lag { get; init; }

    /// <summary>What it would go back to; null where it never ran anything else.</summary>
    public required ReleaseView? Before { get; init; }

    /// <summary>A run for it that waits, is on its way or has stopped.</summary>
    public required StageRun? Run { get; init; }

    /// <summary>Whether another person must approve what changes it.</summary>
    public required bool NeedsSecondPerson { get; init; }

    /// <summary>For saving on top of what was read.</summary>
    public required int Version { get; init; }
}

/// <summary>How far a stage is behind the one before it.</summary>
/// <param name="Stage">The name of the stage before it.</param>
/// <param name="Releases">How many releases that stage has had since the one that runs here; null where what runs here never ran there.</param>
public sealed record StageLag(string Stage, int? Releases);

/// <summary>A run that has something to do with a stage.</summary>
public sealed record StageRun(Guid Id, string Title, RunState State);

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

    public required ReleaseCause Cause { get; init; }

    /// <summary>The stage from which it was promoted, by name; null where it was not, or that stage is gone.</summary>
    public required string? PromotedFrom { get; init; }
}

/// <summary>How a release came to a stage.</summary>
public enum ReleaseCause
{
    Deployed,

    Promoted,

    /// <summary>It had run there before, and was brought back.</summary>
    RolledBack,

    /// <summary>It had run there before, and the run that took its place was undone.</summary>
    TakenBack,

    /// <summary>It ran there when the stage was imported.</summary>
    Imported,

    /// <summary>Somebody changed the stage in API Gateway, and the portal took that over.</summary>
    TakenOver,

    /// <summary>Nothing but the stage's own settings changed.</summary>
    SetUp,
}
