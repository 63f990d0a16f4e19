namespace Portal.Shared.Sync;

/// <summary>A place where a gateway is not as the portal left it.</summary>
public sealed record FindingView
{
    public required Guid Id { get; init; }

    /// <summary>The API or usage plan, by kind and the portal's id.</summary>
    public required string Subject { get; init; }

    public required string SubjectName { get; init; }

    public required Guid Connection { get; init; }

    public required string ConnectionName { get; init; }

    /// <summary>The thing, by kind and the portal's id: "Stage/ID".</summary>
    public required string Address { get; init; }

    /// <summary>Where in it, as a JSON pointer; empty for all of it.</summary>
    public required string Place { get; init; }

    /// <summary>The place in words: "GET /pets".</summary>
    public required string PlaceName { get; init; }

    public required DriftSort Sort { get; init; }

    /// <summary>What was done there, in sentences.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>The same member by member: what the portal left -> what is there.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>Which of the two checks saw it first.</summary>
    public required DriftLook FoundBy { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    public required DateTimeOffset LastSeen { get; init; }

    public required FindingState State { get; init; }

    /// <summary>Who ignored or settled it; null where nobody did.</summary>
    public required string? StateBy { get; init; }

    public required DateTimeOffset? StateAt { get; init; }

    /// <summary>Who changed it, by CloudTrail; null where that is not known.</summary>
    public required string? Who { get; init; }

    public required DateTimeOffset? WhoAt { get; init; }

    /// <summary>By which operation, or why it is not known.</summary>
    public required string? WhoNote { get; init; }

    public required IReadOnlyList<FindingAction> Actions { get; init; }
}

/// <summary>How far the checks have come.</summary>
public sealed record DriftStatus
{
    /// <summary>How many APIs and usage plans are checked, on each connection where they run.</summary>
    public required int Subjects { get; init; }

    /// <summary>How many of them somebody wants checked now, and are not yet.</summary>
    public required int Waiting { get; init; }

    /// <summary>How many were never looked at.</summary>
    public required int Unseen { get; init; }

    /// <summary>When the one was looked at whose last look is longest ago; null where none was.</summary>
    public required DateTimeOffset? OldestLook { get; init; }

    /// <summary>The same for full looks.</summary>
    public required DateTimeOffset? OldestFullLook { get; init; }

    /// <summary>Findings that are open.</summary>
    public required int Open { get; init; }

    public required int Ignored { get; init; }

    /// <summary>How many are open, by what they are about: "RestApi/ID", "UsagePlan/ID".</summary>
    public IReadOnlyDictionary<string, int> OpenBySubject { get; init; } = new Dictionary<string, int>();

    /// <summary>Where the last check came to nothing, and why.</summary>
    public required IReadOnlyList<DriftTrouble> Troubles { get; init; }
}

/// <param name="Subject">What could not be looked at.</param>
/// <param name="ConnectionName">Where.</param>
/// <param name="Why">AWS's words.</param>
public sealed record DriftTrouble(string Subject, string ConnectionName, string Why);

/// <param name="RunId">The run that waits for approval.</param>
/// <param name="IsEmpty">Nothing differs any more.</param>
public sealed record RestoredDrift(Guid RunId, bool IsEmpty);

/// <param name="Sentences">What was taken over, and what was not.</param>
public sealed record TakenDrift(IReadOnlyList<string> Sentences);
