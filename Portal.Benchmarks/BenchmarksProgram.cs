using System.Globalization;
using System.Text.Json;

namespace Portal.Benchmarks;

/// <summary>
/// Measures what README.md claims: "--list" names the benchmarks, "NAME [--document FILE]" runs one, "budgets [--json FILE]" runs all.
/// Each prints target, measured and their ratio; a ratio over 1 is a budget that is not met, and ends with exit code 2.
/// </summary>
internal static class BenchmarksProgram
{
    private static readonly IReadOnlyList<Benchmark> All = [new WritesPerDeploy(), new ImportLargeDocument(), new PageStart(), new CatalogSearch(), new CatalogSearchRatio(), new KeyIssue(), new KeyIssueWhileCollecting(), new ChartDrawing(), new ChartNodes(), new AccountCheck(), new TrafficWeek(), new CountedCalls(), new ThrottledRoute(), new ProxyRoute(), new MockRoute(), new SandboxPut(), new SandboxStart(), new SandboxMemory(), new CrowdedSandboxStart()];

    public static async Task<int> Main(string[] args) => args switch
    {
        [] or ["--list"] => List(),
        ["budgets", .. var options] => await RunAsync(All, options),
        [var name, .. var options] when All.Any(benchmark => benchmark.Name == name) => await RunAsync([All.Single(benchmark => benchmark.Name == name)], options),
        [var name, ..] => Unknown(name),
    };

    private static int List()
    {
        foreach (var benchmark in All)
        {
            Console.WriteLine($"{benchmark.Name,-24} {benchmark.What}");
        }

        return 0;
    }

    private static int Unknown(string name)
    {
        Console.Error.WriteLine($"There is no benchmark '{name}'. These there are:");
        List();

        return 1;
    }

    private static async Task<int> RunAsync(IReadOnlyList<Benchmark> benchmarks, string[] options)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(15));
        var results = new List<Result>();

        Console.WriteLine($"{"benchmark",-24} {"target",12} {"measured",12} {"ratio",7}");

        foreach (var benchmark in benchmarks)
        {
            var result = await benchmark.RunAsync(OptionOrNull(options, "--document"), patience.Token);
            results.Add(result);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Name,-24} {result.Target,9:0.##} {result.Unit,-2} {result.Measured,9:0.##} {result.Unit,-2} {result.Ratio,7:0.00}"));
        }

        if (OptionOrNull(options, "--json") is { } file)
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(results, JsonSerializerOptions.Web), patience.Token);
        }

        return results.All(result => result.Ok) ? 0 : 2;
    }

    private static string? OptionOrNull(string[] options, string name) =>
        Array.IndexOf(options, name) is var at and >= 0 && at + 1 < options.Length ? options[at + 1] : null;
}
