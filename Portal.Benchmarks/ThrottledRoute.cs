using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Portal.Benchmarks;

/// <summary>Calls a stage with a key whose plan has a limit, in real time at half of the limit, at the limit and at twice of it, and holds what is let in against a bucket that the same calls are put to.</summary>
internal sealed class ThrottledRoute : Benchmark
{
    private const double Rate = 300;
    private const int Burst = 60;
    private const double Seconds = 8;

    public override string Name => "throttled-route";

    public override string What => "Calls let in at 0.5, 1 and 2 times a plan's limit, in real time: at most 2 % off the exact token bucket";

    public override async Task<Result> RunAsync(string? document, CancellationToken cancellationToken)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancellationToken);
        var api = await sandbox.DeployAsync("pets", ["dev"], cancellationToken);
        var most = 0d;
        foreach (var load in (double[])[0.5, 1, 2])
        {
            // Another key each time, as its bucket starts full.
            var plan = (await sandbox.RestAsync(HttpMethod.Post, "/usageplans", new { name = string.Create(CultureInfo.InvariantCulture, $"plan {load}"), apiStages = new[] { new { apiId = api, stage = "dev" } }, throttle = new { rateLimit = Rate, burstLimit = Burst } }, cancellationToken)).GetProperty("id").GetString();
            var key = await sandbox.RestAsync(HttpMethod.Post, "/apikeys", new { enabled = true }, cancellationToken);
            await sandbox.RestAsync(HttpMethod.Post, $"/usageplans/{plan}/keys", new { keyId = key.GetProperty("id").GetString(), keyType = "API_KEY" }, cancellationToken);
            Uri address = new(sandbox.Address, $"/restapis/{api}/dev/_user_request_/pets");
            // What is compiled at the first call would hold up the others.
            await CallAsync(sandbox.Http, address, null, cancellationToken);

            var (letIn, expected, offered) = await OfferAsync(sandbox.Http, address, key.GetProperty("value").GetString()!, load, cancellationToken);
            var off = Math.Abs(letIn - expected) * 100d / expected;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {load} x the limit: {letIn} of {offered} let in, {expected} by the bucket, {off:0.00} % off"));
            most = Math.Max(most, off);
        }

        return new Result(Name, 2, most, "%");
    }

    private static async Task<(int LetIn, int Expected, int Offered)> OfferAsync(HttpClient http, Uri address, string key, double load, CancellationToken cancellationToken)
    {
        ConcurrentBag<double> sent = [];
        List<Task<int>> calls = [];
        var watch = Stopwatch.StartNew();
        var offered = (int)(Rate * load * Seconds);
        while (calls.Count < offered)
        {
            for (var due = Math.Min(offered, (int)(watch.Elapsed.TotalSeconds * Rate * load) + 1); calls.Count < due;)
            {
                sent.Add(watch.Elapsed.TotalSeconds);
                calls.Add(CallAsync(http, address, key, cancellationToken));
            }

            await Task.Delay(1, cancellationToken);
        }

        var statuses = await Task.WhenAll(calls);
        return statuses.All(status => status is 200 or 429)
            ? (statuses.Count(status => status is 200), Expected(sent), offered)
            : throw new InvalidOperationException($"Answers were {string.Join(", ", statuses.Distinct())}.");
    }

    /// <summary>What a bucket lets in of calls at these times.</summary>
    private static int Expected(IEnumerable<double> times)
    {
        var (tokens, at, letIn) = ((double)Burst, 0d, 0);
        foreach (var time in times.Order())
        {
            tokens = Math.Min(Burst, tokens + ((time - at) * Rate));
            at = time;
            if (tokens >= 1)
            {
                tokens--;
                letIn++;
            }
        }

        return letIn;
    }

    private static async Task<int> CallAsync(HttpClient http, Uri address, string? key, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        if (key is not null)
        {
            request.Headers.Add("x-api-key", key);
        }

        using var answer = await http.SendAsync(request, cancellationToken);
        return (int)answer.StatusCode;
    }
}
