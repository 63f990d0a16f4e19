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

    private static string Service(Operation operation) => Services[operation.Template.StartsWith("/v2", StringComparison.Ordinal) ? $"{operation.Service} v2" : operation.Service];

    private static List<Row> Rows()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "sandbox.md"));
        var section = text[text.IndexOf("## How it compares", StringComparison.Ordinal)..];
        var end = section.IndexOf("\n## ", StringComparison.Ordinal);
        return
        [
            .. (end < 0 ? section : section[..end]).Split('\n')
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Where(cells => cells.Length >= 5 && Services.ContainsValue(cells[1]))
                .Select(cells => new Row(cells[1], [.. Names().Matches(cells[2]).Select(match => match.Value)], cells[3], cells[4])),
        ];
    }

    [GeneratedRegex("[A-Z][A-Za-z]+")]
    private static partial Regex Names();

    private sealed record Row(string Service, IReadOnlyList<string> Operations, string State, string Missing);
}
