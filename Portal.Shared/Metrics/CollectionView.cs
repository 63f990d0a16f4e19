namespace Portal.Shared.Metrics;

/// <summary>How reading numbers from a connection stands: what is shown is as old as the last reading.</summary>
public sealed record CollectionView
{
    public required Guid ConnectionId { get; init; }

    public required string Connection { get; init; }

    /// <summary>Whether anything is read at all; the setting Metrics:Enabled.</summary>
    public required bool Enabled { get; init; }

    /// <summary>When all was read the last time; null before the first time.</summary>
    public required DateTimeOffset? ReadAt { get; init; }

    /// <summary>When it was tried in vain since; null where it went well.</summary>
    public required DateTimeOffset? FailedAt { get; init; }

    /// <summary>Why it was in vain.</summary>
    public required string? Why { get; init; }

    /// <summary>How many queries were sent in the last whole hour: AWS charges for each, the sandbox for none.</summary>
    public required long QueriesOfLastHour { get; init; }
}

/// <summary>Numbers as a file.</summary>
/// <param name="Name">The file's.</param>
/// <param name="Text">Lines of CSV.</param>
public sealed record MetricsFile(string Name, string Text);
