using System.Text.RegularExpressions;
using Portal.Sandbox.Wire;

namespace Portal.Tests.Sandbox;

/// <summary>The table "How it compares" of docs/sandbox.md against the code: what is said to be done is there, what is there is said.</summary>
public sealed partial class ComparisonTests
{
    private static readonly string[] States = ["done", "partial", "not done"];

    private static readonly Dictionary<string, string> Services = new(StringComparer.Ordinal)
    {
        ["apigateway"] = "API Gateway v1",
        ["apigateway v2"] = "API Gateway v2",
        ["monitoring"] = "CloudWatch",
        ["logs"] = "CloudWatch Logs",
        ["cloudtrail"] = "CloudTrail",
        ["sts"] = "STS",
        ["wafv2"] = "WAFv2",
    };

    [Fact]
    public async Task Every_operation_stands_in_the_table_and_what_is_not_done_is_not_there()
    {
        await using var bench = await Bench.StartAsync();
        var inCode = bench.Server.Operations.Select(operation => $"{Service(operation)} {operation.Name}").ToHashSet();
        var told = Rows().SelectMany(row => row.Operations.Select(name => (Name: $"{row.Service} {name}", row.State))).ToList();

        Assert.All(Rows(), row => Assert.Contains(row.State, States));
        Assert.Empty(told.GroupBy(row => row.Name).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.Empty(inCode.Except(told.Where(row => row.State is not "not done").Select(row => row.Name)).Order());
        Assert.Empty(told.Where(row => row.State is not "not done").Select(row => row.Name).Except(inCode).Order());
        Assert.Empty(told.Where(row => row.State is "not done").Select(row => row.Name).Intersect(inCode).Order());
    }

    [Fact]
    public void What_is_partial_says_what_is_missing() =>
        Assert.All(Rows().Where(row => row.State is "partial"), row => Assert.NotEmpty(row.Missing));

    /// <summary>Features have no list in the code; so each names the tests that show it, and these must be there.</summary>
    [Fact]
    public void Every_feature_of_the_data_plane_names_tests_that_show_it()
    {
        var tests = typeof(ComparisonTests).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("Portal.Tests.Sandbox", StringComparison.Ordinal) is true && type.Name.EndsWith("Tests", StringComparison.Ordinal)).Select(type => type.Name).ToHashSet();
        var rows = Features();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains(row.State, States));
        Assert.All(rows, row => Assert.True((row.State is "done") == (row.Missing is ""), row.Name));
        Assert.All(rows.Where(row => row.State is not "not done"), row => Assert.NotEmpty(row.Tests));
        Assert.Empty(rows.SelectMany(row => row.Tests).Except(tests));
    }

    private static List<(string Name, string State, string Missing, string[] Tests)> Features() =>
    [
        .. Section().Split('\n')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .SkipWhile(cells => cells is not [_, "feature", ..]).Skip(2).TakeWhile(cells => cells.Length >= 6)
            .Select(cells => (cells[1], cells[2], cells[3], cells[4].Split(", ", StringSplitOptions.RemoveEmptyEntries))),
    ];

    private static string Service(Operation operation) => Services[operation.Template.StartsWith("/v2", StringComparison.Ordinal) ? $"{operation.Service} v2" : operation.Service];

    private static string Section()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "sandbox.md"));
        var section = text[text.IndexOf("## How it compares", StringComparison.Ordinal)..];
        var end = section.IndexOf("\n## ", StringComparison.Ordinal);
        return end < 0 ? section : section[..end];
    }

    private static List<Row> Rows() =>
    [
        .. Section().Split('\n')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length >= 5 && Services.ContainsValue(cells[1]))
            .Select(cells => new Row(cells[1], [.. Names().Matches(cells[2]).Select(match => match.Value)], cells[3], cells[4])),
    ];

    [GeneratedRegex("[A-Z][A-Za-z]+")]
    private static partial Regex Names();

    private sealed record Row(string Service, IReadOnlyList<string> Operations, string State, string Missing);
}
