using System.Text.Json;
using Portal.Server.Gateway;
using Portal.Server.Sync;

namespace Portal.Tests.Sync;

/// <summary>A case is a folder: live.json and desired.json go in, changes.txt (the words, then the diff) must come out. To add one, add a folder.</summary>
public sealed class DifferCaseTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Sync", "Cases");

    private static readonly Dictionary<string, string> Names = new() { ["shop/prod"] = "prod of Shop" };

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_comes_out_as_written(string name)
    {
        var changes = Differ.Compare(Read(name, "live.json"), Read(name, "desired.json"));

        var expected = File.ReadAllText(Path.Combine(Folder, name, "changes.txt")).Trim();

        Assert.True(expected == Told(changes), $"What came out is:\n{Told(changes)}");
    }

    private static string Told(ChangeSet changes) => changes.IsEmpty
        ? "(nothing)"
        : $"{string.Join('\n', changes.Changes.SelectMany(change => ChangeWords.Of(change, Names)))}\n\n{changes.Text}";

    private static GatewayState Read(string name, string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name, file)));

        return new GatewayState([.. document.RootElement.EnumerateArray().Select(spec => Spec.Parse(spec.GetRawText()))]);
    }
}
