namespace Portal.Tests;

/// <summary>OpenAPI documents that other people wrote, which are not ours to keep among the sources: those in the folder that <c>PORTAL_DOCUMENTS</c> names, or else in <c>shared/samples</c> beside the clone: without either their tests are skipped.</summary>
internal static class RealDocuments
{
    private const string Variable = "PORTAL_DOCUMENTS";

    private static readonly string Folder = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : Path.Combine(Repository.Root, "../shared/samples");

    public static IReadOnlyList<string> Names { get; } = !Directory.Exists(Folder) ? [] : [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    /// <summary>The path of one; the test is skipped where it is not there.</summary>
    public static string Find(string name)
    {
        var path = Path.Combine(Folder, name);
        Assert.SkipUnless(File.Exists(path), $"{Variable} names no folder with {name}, and it is not beside the clone.");

        return path;
    }
}
