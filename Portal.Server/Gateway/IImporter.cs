namespace Portal.Server.Gateway;

/// <summary>
/// Takes its room's part of what was found in an account into the portal. The rooms do it from left to right, each filling in what those to its right need.
/// It adds to the database of its scope and does not save: who only wants to know what would come does not save either.
/// </summary>
internal interface IImporter
{
    /// <summary>What it takes; the order of kinds is the order of taking.</summary>
    Kind Kind { get; }

    /// <summary>Those of these portal's ids that it knows, with their names.</summary>
    Task<IReadOnlyDictionary<Guid, string>> KnownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>What the portal has on a connection, by address: what is not found there is gone.</summary>
    Task<IReadOnlyDictionary<Address, Expected>> ExpectedAsync(Guid connection, CancellationToken cancellationToken);

    Task TakeAsync(Import import, CancellationToken cancellationToken);
}

/// <param name="Name">As a person says it.</param>
/// <param name="Of">What it belongs to: a stage to its API, all else to itself.</param>
internal sealed record Expected(string Name, Address Of);

/// <summary>What is taken over from an account, and what became of it.</summary>
internal sealed class Import
{
    public required Guid Connection { get; init; }

    /// <summary>The team whose it becomes.</summary>
    public required Guid Team { get; init; }

    /// <summary>Who imports it.</summary>
    public required Guid By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<ImportedApi> Apis { get; init; }

    public required IReadOnlyList<ImportedPlan> Plans { get; init; }

    public required IReadOnlyList<ImportedThing> Things { get; init; }
}

/// <summary>What becomes of a thing that is imported.</summary>
internal enum ImportOutcome
{
    Unchanged,
    New,
    Changed,

    /// <summary>It cannot be taken over; the notes say why.</summary>
    NotTaken,
}

internal abstract class Imported
{
    /// <summary>The portal's id, which it has or gets.</summary>
    public required Guid Id { get; init; }

    public ImportOutcome Outcome { get; set; }

    /// <summary>What a person must know of it, in sentences.</summary>
    public List<string> Notes { get; } = [];
}

internal sealed class ImportedApi : Imported
{
    public required FoundApi Found { get; init; }

    public required FoundDefinition Definition { get; init; }

    public required IReadOnlyList<ImportedStage> Stages { get; init; }
}

internal sealed class ImportedStage : Imported
{
    public required FoundStage Found { get; init; }

    /// <summary>The revision that it serves: said by the catalog; null where it is not known what it serves.</summary>
    public Guid? Revision { get; set; }

    /// <summary>The id of the <see cref="DeploymentSpec"/> of what it serves; with <see cref="Revision"/>.</summary>
    public string? Deployment { get; set; }
}

internal sealed class ImportedPlan : Imported
{
    public required FoundPlan Found { get; init; }

    /// <summary>The portal's ids of API and stage, by AWS's id of the API and the stage's name, of all that the portal knows.</summary>
    public required IReadOnlyDictionary<(string RestApiId, string Stage), (Guid Api, Guid Stage)> Stages { get; init; }
}

/// <summary>What belongs to the account and Region.</summary>
internal sealed class ImportedThing : Imported
{
    public required FoundThing Found { get; init; }
}
