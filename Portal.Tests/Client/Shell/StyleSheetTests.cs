using System.Text.RegularExpressions;

namespace Portal.Tests.Client.Shell;

/// <summary>Only tokens.css and the generated theme.css have raw colours and lengths; everything else speaks in their words. Widths in @media cannot, and em is relative.</summary>
public sealed partial class StyleSheetTests
{
    private static readonly string Client = Path.Combine(Repository.Root, "Portal.Client");

    public static TheoryData<string> Sheets =>
    [
        .. Directory.EnumerateFiles(Client, "*.css", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Client, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("wwwroot/lib/", StringComparison.Ordinal))
            .Where(path => path is not "wwwroot/tokens.css" and not "wwwroot/theme.css"),
    ];

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task A_style_sheet_speaks_in_tokens(string sheet)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Client, sheet), Xunit.TestContext.Current.CancellationToken);

        Assert.DoesNotContain(lines, line => !line.StartsWith("@media", StringComparison.Ordinal) && Raw().IsMatch(line));
    }

    [GeneratedRegex(@"#[0-9a-fA-F]{3,8}\b|\b(rgba?|hsla?)\(|\d(px|rem|pt)\b")]
    private static partial Regex Raw();
}
