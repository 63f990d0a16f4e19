using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Portal.Benchmarks;

/// <summary>Has the sandbox make up a week of 20 APIs with 3 stages and 15 consumers, at least two million calls, and counts its lines afterwards.</summary>
internal sealed class TrafficWeek : Benchmark
{
    private const int Apis = 20;
    private const long Least = 2_000_000;

    public override string Name => "traffic-week";

    public override string What => "A week of 20 APIs x 3 stages x 15 consumers made up, at least 2 million lines with their metrics: 60 s";

    public override async Task<Result> RunAsync(string? document, CancellationToken cancellationToken)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancellationToken);
        for (var api = 0; api < Apis; api++)
        {
            await sandbox.DeployAsync(string.Create(CultureInfo.InvariantCulture, $"api-{api:D2}"), ["dev", "test", "prod"], cancellationToken);
        }

        var start = Stopwatch.GetTimestamp();
        using var answer = await sandbox.Http.PostAsJsonAsync("/_sandbox/traffic", new { days = 7, callsPerDay = 5_300, consumers = 15, seed = 1 }, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var calls = (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("stages").EnumerateArray().Sum(stage => stage.GetProperty("calls").GetInt64());

        start = Stopwatch.GetTimestamp();
        var (rows, _) = await sandbox.QueryAsync("stats count(*) as n, sum(s >= 500) as e, count_distinct(key) as keys", cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {calls:N0} calls in {seconds:0.0} s; {rows[0]["n"]} lines, {rows[0]["e"]} 5XX, read by a query in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s"));

        return calls >= Least && rows[0]["n"] == calls.ToString(CultureInfo.InvariantCulture) ? new Result(Name, 60, seconds, "s") : throw new InvalidOperationException($"{calls} calls, {rows[0]["n"]} lines.");
    }
}
