namespace Portal.Shared.Catalog;

/// <summary>Something about a document that API Gateway refuses, drops or changes, with its place and what to do about it.</summary>
public sealed record Finding
{
    public required FindingLevel Level { get; init; }

    /// <summary>A word for the rule, stable for scripts: path-characters, root-security, ...</summary>
    public required string Rule { get; init; }

    /// <summary>Where in the document, as a JSON pointer: /paths/~1pets/get. Empty is the whole document.</summary>
    public required string Pointer { get; init; }

    /// <summary>From 1; null where the place has no line of its own.</summary>
    public required int? Line { get; init; }

    /// <summary>What is the matter, in one sentence.</summary>
    public required string Message { get; init; }

    /// <summary>What mends it, in one sentence; empty where nothing need be done.</summary>
    public required string Remedy { get; init; }

    /// <summary>The operations that it concerns, as "GET /pets": those which "leave these operations out" would leave out. Empty where leaving out does not mend it.</summary>
    public required IReadOnlyList<string> Operations { get; init; }
}

public enum FindingLevel
{
    /// <summary>Good to know: something is written in another way.</summary>
    Info,

    /// <summary>API Gateway drops or changes something.</summary>
    Warning,

    /// <summary>API Gateway would refuse the document, or would leave something open that the document protects. Nothing is deployed before it is settled.</summary>
    Error,
}
