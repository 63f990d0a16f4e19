using System.Text.RegularExpressions;

namespace Portal.Tests;

/// <summary>The walls of the house. A folder is a namespace (the build insists), so the usings are the truth about who needs whom.</summary>
public sealed partial class ArrowsTests
{
    /// <summary>The rooms of the server in their line: one may use what stands to its left.</summary>
    private static readonly string[] Rooms =
        ["Platform", "Gateway", "Audit", "Identity", "Connections", "Traffic", "Catalog", "Stages", "Plans", "Keys", "Metrics", "Sync", "Aws"];

    private static readonly string[] Ground = ["Platform", "Gateway"];
    private static readonly string[] Services = ["Audit", "Identity", "Connections", "Traffic"];

    private static readonly string[] ClientRooms = ["Shell", "Ui", "Identity", "Connections", "Catalog", "Stages", "Plans", "Keys", "Metrics", "Sync", "Audit"];

    private static readonly string Root = Repository.Root;

    [Fact]
    public void A_room_looks_left()
    {
        var wrong =
            from file in SourcesOf("Portal.Server")
            let room = RoomOf(file)
            where room is not null
            from seen in RoomsNamedIn(file)
            where seen != room && !MayUse(room, seen)
            select $"{Relative(file)}: {room} -> {seen}";

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Every_folder_is_a_room()
    {
        var server = FoldersOf("Portal.Server").Except(Rooms).Select(folder => $"Portal.Server/{folder}");
        var client = FoldersOf("Portal.Client").Except([.. ClientRooms, "wwwroot"]).Select(folder => $"Portal.Client/{folder}");

        Assert.Empty(server.Concat(client));
    }

    [Fact]
    public void Only_Aws_names_Amazon()
    {
        var wrong = SourcesOf("Portal.Server")
            .Where(file => RoomOf(file) is not "Aws" && AmazonNamespace().IsMatch(File.ReadAllText(file)))
            .Select(Relative);

        Assert.Empty(wrong);
    }

    [Fact]
    public void Only_Sync_calls_a_writing_member_of_the_gateway()
    {
        var wrong = SourcesOf("Portal.Server")
            .Where(file => RoomOf(file) is not ("Sync" or "Gateway" or "Aws"))
            .Where(file => File.ReadAllText(file) is var text && text.Contains("IGateway", StringComparison.Ordinal) && WritingCall().IsMatch(text))
            .Select(Relative);

        Assert.Empty(wrong);
    }

    [Fact]
    public void Only_Sync_opens_the_keys_of_a_gateway()
    {
        var wrong = SourcesOf("Portal.Server")
            .Where(file => RoomOf(file) is not ("Sync" or "Gateway" or "Aws") && File.ReadAllText(file) is var text && (text.Contains("IKeyGateway", StringComparison.Ordinal) || text.Contains("OpenKeysAsync", StringComparison.Ordinal)))
            .Select(Relative);

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_component_looks_behind_the_door()
    {
        var wrong = SourcesOf("Portal.Client")
            .Where(file => BehindTheDoor().IsMatch(File.ReadAllText(file)))
            .Select(Relative);

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_words_know_no_machine()
    {
        var wrong = SourcesOf("Portal.Shared")
            .Where(file => File.ReadAllText(file) is var text && (text.Contains("Microsoft.AspNetCore", StringComparison.Ordinal) || text.Contains("Portal.Server", StringComparison.Ordinal)))
            .Select(Relative);

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_sandbox_is_a_stranger()
    {
        var wrong = SourcesOf("Portal.Sandbox")
            .Where(file => StrangersWords().IsMatch(File.ReadAllText(file)))
            .Select(Relative);

        Assert.Empty(wrong);
        Assert.DoesNotContain("ProjectReference", File.ReadAllText(Path.Combine(Root, "Portal.Sandbox", "Portal.Sandbox.csproj")), StringComparison.Ordinal);
    }

    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        var wrong =
            from project in new[] { "Portal.Shared", "Portal.Client", "Portal.Server", "Portal.Sandbox", "Portal.Tests", "Portal.Benchmarks" }
            from file in SourcesOf(project)
            let lines = File.ReadAllLines(file).Length
            where lines > 300
            select $"{Relative(file)}: {lines} lines";

        Assert.Empty(wrong);
    }

    private static bool MayUse(string room, string seen) => room switch
    {
        "Platform" or "Gateway" => false,
        "Sync" => Ground.Contains(seen) || Services.Contains(seen),
        "Aws" => Ground.Contains(seen) || seen is "Connections",
        _ => seen is not "Aws" && Array.IndexOf(Rooms, seen) < Array.IndexOf(Rooms, room),
    };

    private static IEnumerable<string> RoomsNamedIn(string file) =>
        NamedRoom().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).Where(Rooms.Contains).Distinct();

    private static string? RoomOf(string file) =>
        Path.GetRelativePath(Path.Combine(Root, "Portal.Server"), file).Split(Path.DirectorySeparatorChar) is [var room, _, ..] ? room : null;

    private static IEnumerable<string> FoldersOf(string project) =>
        Directory.EnumerateDirectories(Path.Combine(Root, project)).Select(folder => Path.GetFileName(folder)).Except(["bin", "obj", "Properties"]);

    private static IEnumerable<string> SourcesOf(string project) => Directory
        .EnumerateFiles(Path.Combine(Root, project), "*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
        .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static string Relative(string file) => Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/');

    [GeneratedRegex(@"\bPortal\.Server\.([A-Z][A-Za-z]+)")]
    private static partial Regex NamedRoom();

    [GeneratedRegex(@"\bAmazon\.[A-Z]")]
    private static partial Regex AmazonNamespace();

    [GeneratedRegex(@"\b[Gg]ateway\.(CreateAsync|UpdateAsync|DeleteAsync)\(")]
    private static partial Regex WritingCall();

    [GeneratedRegex(@"\b(PortalDb|UserManager|SignInManager|Portal\.Server|IHandler)\b")]
    private static partial Regex BehindTheDoor();

    [GeneratedRegex(@"\bPortal\.(Shared|Client|Server|Tests)\b|\busing Amazon\.")]
    private static partial Regex StrangersWords();
}
