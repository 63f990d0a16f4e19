using System.Globalization;

namespace Portal.Benchmarks;

/// <summary>Calls a stage a million times from several clients, and compares what was answered with metrics, access log and usage.</summary>
internal sealed class CountedCalls : Benchmark
{
    private const int Clients = 16;
    private const int Calls = 1_000_000;

    public override string Name => "counted-calls";

    public override string What => "A million calls: Count, errors, GetUsage and log lines agree exactly, latency percentiles within 1 %";

    public override async Task<Result> RunAsync(string? document, CancellationToken cancellationToken)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancellationToken);
        var since = DateTimeOffset.UtcNow;
        var api = await sandbox.DeployAsync("pets", ["dev"], cancellationToken);
        var plan = (await sandbox.RestAsync(HttpMethod.Post, "/usageplans", new { name = "plan", apiStages = new[] { new { apiId = api, stage = "dev" } } }, cancellationToken)).GetProperty("id").GetString();
        var key = await sandbox.RestAsync(HttpMethod.Post, "/apikeys", new { enabled = true }, cancellationToken);
        await sandbox.RestAsync(HttpMethod.Post, $"/usageplans/{plan}/keys", new { keyId = key.GetProperty("id").GetString(), keyType = "API_KEY" }, cancellationToken);

        var answers = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(() => CallAsync(sandbox.Address, api, key.GetProperty("value").GetString()!, Calls / Clients, cancellationToken), cancellationToken)));
        var (fine, refused) = (answers.Sum(answer => answer.Fine), answers.Sum(answer => answer.Refused));

        while (await ReadAsync(sandbox, since, "Count", "Sum", cancellationToken) < fine + refused)
        {
            await Task.Delay(200, cancellationToken);
        }

        var (rows, _) = await sandbox.QueryAsync("stats count(*) as n, sum(s = 403) as refused, sum(key != '-') as keyed", cancellationToken);
        var usage = (await sandbox.RestAsync(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"/usageplans/{plan}/usage?startDate={since:yyyy-MM-dd}&endDate={since.AddDays(1):yyyy-MM-dd}"), null, cancellationToken))
            .GetProperty("values").EnumerateObject().Sum(of => of.Value.EnumerateArray().Sum(day => day[0].GetInt64()));
        long[] told =
        [
            (long)await ReadAsync(sandbox, since, "Count", "Sum", cancellationToken) - Calls,
            (long)await ReadAsync(sandbox, since, "4XXError", "Sum", cancellationToken) - refused,
            long.Parse(rows[0]["n"], CultureInfo.InvariantCulture) - Calls,
            long.Parse(rows[0]["refused"], CultureInfo.InvariantCulture) - refused,
            long.Parse(rows[0]["keyed"], CultureInfo.InvariantCulture) - fine,
            usage - fine,
        ];
        if (told.Any(difference => difference is not 0))
        {
            throw new InvalidOperationException($"Counts differ by {string.Join(", ", told)}.");
        }

        return new Result(Name, 1, await DeviationAsync(sandbox, since, cancellationToken), "%");
    }

    /// <summary>One call in ten has no key.</summary>
    private static async Task<(long Fine, long Refused)> CallAsync(Uri address, string api, string key, int calls, CancellationToken cancellationToken)
    {
        using HttpClient http = new() { BaseAddress = address };
        var (fine, refused) = (0L, 0L);
        for (var i = 0; i < calls; i++)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, $"/restapis/{api}/dev/_user_request_/pets");
            if (i % 10 is not 0)
            {
                request.Headers.Add("x-api-key", key);
            }

            using var answer = await http.SendAsync(request, cancellationToken);
            fine += (int)answer.StatusCode is 200 ? 1 : 0;
            refused += (int)answer.StatusCode is 403 ? 1 : 0;
        }

        return (fine, refused);
    }

    /// <summary>By how many percent percentiles of the metric are off those of the lines, at most.</summary>
    private static async Task<double> DeviationAsync(RunningSandbox sandbox, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (counts, _) = await sandbox.QueryAsync("stats count(*) as n by lat | sort lat", cancellationToken);
        var sorted = counts.Select(row => (Latency: double.Parse(row["lat"], CultureInfo.InvariantCulture), Count: long.Parse(row["n"], CultureInfo.InvariantCulture))).OrderBy(pair => pair.Latency).ToList();
        var most = 0d;
        foreach (var percent in new[] { 50, 90, 99, 99.9 })
        {
            var left = (percent / 100 * Calls) - 1e-6;
            var exact = sorted.First(pair => (left -= pair.Count) <= 0).Latency;
            var told = await ReadAsync(sandbox, since, "Latency", string.Create(CultureInfo.InvariantCulture, $"p{percent}"), cancellationToken);
            most = Math.Max(most, exact is 0 ? told : Math.Abs(told - exact) / exact * 100);
        }

        return most;
    }

    private static async Task<double> ReadAsync(RunningSandbox sandbox, DateTimeOffset since, string name, string stat, CancellationToken cancellationToken)
    {
        var answer = await sandbox.NamedAsync("monitoring", "GetMetricData", new
        {
            StartTime = since.AddMinutes(-1).ToUnixTimeSeconds(),
            EndTime = since.AddHours(1).ToUnixTimeSeconds(),
            MetricDataQueries = new[] { new { Id = "q", MetricStat = new { Metric = new { Namespace = "AWS/ApiGateway", MetricName = name, Dimensions = new[] { new { Name = "ApiName", Value = "pets" }, new { Name = "Stage", Value = "dev" } } }, Period = 7_200, Stat = stat } } },
        }, cancellationToken);
        var values = answer.GetProperty("MetricDataResults")[0].GetProperty("Values");

        return values.GetArrayLength() is 0 ? 0 : values[0].GetDouble();
    }
}
