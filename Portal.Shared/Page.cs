namespace Portal.Shared;

/// <summary>A part of a list.</summary>
public sealed record Page<T>
{
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>How many there are in all, over all pages.</summary>
    public required int Total { get; init; }
}
