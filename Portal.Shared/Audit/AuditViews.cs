namespace Portal.Shared.Audit;

/// <summary>A line of the trail.</summary>
public sealed record AuditLine
{
    /// <summary>Its place in the sealed trail; null in the second before it is sealed.</summary>
    public required long? Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Empty where the portal did it by itself.</summary>
    public required Guid By { get; init; }

    /// <summary>The person's name; their id where the name was erased.</summary>
    public required string Name { get; init; }

    /// <summary>As room.verb: "catalog.import".</summary>
    public required string Deed { get; init; }

    public required string Subject { get; init; }

    public required string? Detail { get; init; }
}

/// <summary>What a proof of the trail found.</summary>
public sealed record AuditVerdict
{
    public required bool IsWhole { get; init; }

    /// <summary>How many sealed lines hold, from the first.</summary>
    public required long Lines { get; init; }

    /// <summary>Lines of the last moment, which are not sealed yet.</summary>
    public required int Unsealed { get; init; }

    /// <summary>The number of the first line that does not hold; null where all do.</summary>
    public required long? FirstBad { get; init; }

    /// <summary>What is wrong with it, in a sentence.</summary>
    public required string? Why { get; init; }

    /// <summary>The last line that holds, as NUMBER:HASH: kept elsewhere, it shows later that nothing was cut off. Null where there is none.</summary>
    public required string? Head { get; init; }
}

/// <summary>The sealed trail, a line of JSON each.</summary>
public sealed record AuditExport(IAsyncEnumerable<string> Lines);

/// <summary>The public part of each key in PEM, by the key's id.</summary>
public sealed record AuditKeys(IReadOnlyDictionary<string, string> Keys);
