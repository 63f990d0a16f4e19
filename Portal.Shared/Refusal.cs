namespace Portal.Shared;

/// <summary>An expected no. The type is for programs ("urn:portal:ROOM:REFUSAL", stable), the sentences are for people.</summary>
public sealed record Refusal
{
    public required RefusalKind Kind { get; init; }

    /// <summary>Of the form urn:portal:ROOM:REFUSAL; a program switches on it, never on the text.</summary>
    public required string Type { get; init; }

    public required string Title { get; init; }

    public required string Detail { get; init; }

    /// <summary>Where the request is malformed: every fault, by field.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Faults { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>What sort of no it is; the HTTP door makes its status of it.</summary>
public enum RefusalKind
{
    /// <summary>400: the request is malformed; see the faults.</summary>
    Malformed,

    /// <summary>401: nobody is signed in.</summary>
    NotSignedIn,

    /// <summary>403: signed in, but not allowed.</summary>
    NotAllowed,

    /// <summary>404: it does not exist, or is not yours: one answer for both.</summary>
    NotFound,

    /// <summary>409: it cannot be done as things stand.</summary>
    Conflict,

    /// <summary>412: somebody else changed it since you read it.</summary>
    ChangedMeanwhile,

    /// <summary>422: well said, but what it holds cannot be taken.</summary>
    Unacceptable,

    /// <summary>429: too often.</summary>
    TooOften,

    /// <summary>502: another machine (AWS, a mail server) refused or did not answer.</summary>
    Upstream,
}
