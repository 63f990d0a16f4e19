namespace Portal.Tests;

/// <summary>OpenAPI documents that other people wrote, which are not ours to keep among the sources: those in the folder that <c>PORTAL_DOCUMENTS</c> names, if it names one.</summary>
internal static class RealDocuments
{
    private const string Variable = "PORTAL_DOCUMENTS";

    private static readonly string? Folder = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    public static IReadOnlyList<string> Names { get; } = Folder is null ? [] : [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    /// <summary>The path of one; the test is skipped where it is not there.</summary>
    public static string Find(string name)
    {
        var path = Path.Combine(Folder ?? "", name);
        Assert.SkipUnless(Folder is not null && File.Exists(path), $"{Variable} names no folder with {name}.");

        return path;
    }
}
