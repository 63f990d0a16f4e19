namespace Portal.Shared;

/// <summary>The answer of a request that has done what was asked and has nothing to tell.</summary>
public sealed record Nothing
{
    public static Nothing AtAll { get; } = new();
}
