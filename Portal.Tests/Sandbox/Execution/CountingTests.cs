using System.Globalization;
using System.Text.Json;
using Portal.Tests.Sandbox.CloudWatch;

namespace Portal.Tests.Sandbox.Execution;

/// <summary>What was called is what is counted: by metrics, by the access log and by usage plans alike, however many call at once.</summary>
public sealed class CountingTests
{
    private const int Clients = 8;
    private const int CallsOfOne = 2_500;

    [Fact]
    public async Task Twenty_thousand_calls_at_once_are_counted_exactly()
    {
        await using var bench = await Bench.StartAsync(new() { AccountRateLimit = 1e9, AccountBurstLimit = int.MaxValue });
        var (api, keys) = await OpenAsync(bench);
        var since = DateTimeOffset.UtcNow;

        var answers = (await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => CallAsync(bench, api, keys[client % keys.Count].Value, client))))).SelectMany(all => all).ToList();

        Assert.Equal(Clients * CallsOfOne, answers.Count);
        await CountedAsync(bench, since, answers.Count);
        Assert.Equal(answers.Count(status => status is >= 400 and < 500), await ReadAsync(bench, since, "4XXError", "Sum"));
        Assert.Equal(answers.Count(status => status >= 500), await ReadAsync(bench, since, "5XXError", "Sum"));
        Assert.True(answers.Count(status => status is 200) > 10_000 && answers.Count(status => status is 500) > 1_000);

        var lines = await LinesAsync(bench);
        Assert.Equal(answers.GroupBy(status => status).OrderBy(group => group.Key).Select(group => (group.Key, group.Count())), lines.GroupBy(line => line.Status).OrderBy(group => group.Key).Select(group => (group.Key, group.Count())));
        var usage = await UsageAsync(bench, since);
        Assert.Equal(lines.Where(line => line.Key is not "-").GroupBy(line => line.Key).ToDictionary(group => group.Key, group => group.LongCount()).OrderBy(pair => pair.Key), usage.OrderBy(pair => pair.Key));

        var latencies = lines.Select(line => line.Latency).Order().ToList();
        foreach (var percent in new[] { 50m, 90, 99, 99.9m })
        {
            var exact = latencies[(int)Math.Ceiling(percent * latencies.Count / 100) - 1];
            Assert.InRange(await ReadAsync(bench, since, "Latency", string.Create(CultureInfo.InvariantCulture, $"p{percent}")), exact * 0.99, exact * 1.01);
        }
    }

    private static async Task<(string Api, IReadOnlyList<(string Id, string Value)> Keys)> OpenAsync(Bench bench)
    {
        const string keyed = """ "security": [{"key": []}] """;
        var failing = Given.Mock("{}", keyed).Replace("\\\"statusCode\\\": 200", "\\\"statusCode\\\": 500", StringComparison.Ordinal).Replace("{\"statusCode\": \"200\", \"responseTemplates\"", "{\"statusCode\": \"500\", \"responseTemplates\"", StringComparison.Ordinal);
        var api = await bench.DeployedAsync(Given.Document(
            $$"""{"/pets": {"get": {{Given.Mock("[]", keyed)}} }, "/bad": {"get": {{failing}} } }""",
            """ "components": {"securitySchemes": {"key": {"type": "apiKey", "name": "x-api-key", "in": "header"} } } """));
        await bench.NamedAsync("logs", "CreateLogGroup", new { logGroupName = "calls" });
        await bench.DoneAsync(HttpMethod.Patch, $"/restapis/{api}/stages/dev", new
        {
            patchOperations = new[]
            {
                new { op = "replace", path = "/accessLogSettings/destinationArn", value = "arn:aws:logs:eu-central-1:123456789012:log-group:calls" },
                new { op = "replace", path = "/accessLogSettings/format", value = "$context.requestId $context.status $context.responseLatency $context.identity.apiKeyId" },
            },
        });
        var plan = (await bench.DoneAsync(HttpMethod.Post, "/usageplans", new { name = "plan", apiStages = new[] { new { apiId = api, stage = "dev" } } }))["id"]!;
        List<(string, string)> keys = [];
        for (var i = 0; i < 3; i++)
        {
            var key = await bench.DoneAsync(HttpMethod.Post, "/apikeys", new { enabled = true });
            await bench.DoneAsync(HttpMethod.Post, $"/usageplans/{plan}/keys", new { keyId = $"{key["id"]}", keyType = "API_KEY" });
            keys.Add(($"{key["id"]}", $"{key["value"]}"));
        }

        return (api, keys);
    }

    /// <summary>Of ten calls, seven are fine, one fails, one has no key and one no route.</summary>
    private static async Task<List<int>> CallAsync(Bench bench, string api, string key, int client)
    {
        using HttpClient http = new() { BaseAddress = bench.Server.Address };
        List<int> answers = new(CallsOfOne);
        for (var i = 0; i < CallsOfOne; i++)
        {
            var kind = (i + client) % 10;
            using HttpRequestMessage request = new(HttpMethod.Get, $"/restapis/{api}/dev/_user_request_{kind switch { 0 => "/bad", 1 => "/nothing", _ => "/pets" }}");
            if (kind is not 2)
            {
                request.Headers.Add("x-api-key", key);
            }

            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            answers.Add((int)answer.StatusCode);
        }

        return answers;
    }

    private static async Task CountedAsync(Bench bench, DateTimeOffset since, double calls)
    {
        for (var i = 0; await ReadAsync(bench, since, "Count", "Sum") is var counted && counted < calls; i++)
        {
            Assert.True(i < 20_000, $"{counted} of {calls} calls were counted.");
            await Task.Yield();
        }

        Assert.Equal(calls, await ReadAsync(bench, since, "Count", "Sum"));
    }

    /// <summary>A statistic of all calls, in one period.</summary>
    private static async Task<double> ReadAsync(Bench bench, DateTimeOffset since, string name, string stat)
    {
        var answer = await bench.DataAsync(since.AddMinutes(-1), since.AddHours(1), [Watch.Query("q", name, stat, 7_200, "AWS/ApiGateway", ("ApiName", "pets"), ("Stage", "dev"))]);
        return Watch.Values(answer["MetricDataResults"]![0]!).SingleOrDefault();
    }

    private static async Task<List<(int Status, int Latency, string Key)>> LinesAsync(Bench bench)
    {
        List<(int, int, string)> lines = [];
        string? token = null;
        do
        {
            var page = await bench.NamedAsync("logs", "FilterLogEvents", JsonSerializer.Serialize(new { logGroupName = "calls", nextToken = token }));
            lines.AddRange(page["events"]!.AsArray().Select(line => ((string)line!["message"]!).Split(' ')).Select(parts => (int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3])));
            token = (string?)page["nextToken"];
        }
        while (token is not null);
        return lines;
    }

    private static async Task<IReadOnlyDictionary<string, long>> UsageAsync(Bench bench, DateTimeOffset since)
    {
        var plan = (await bench.DoneAsync(HttpMethod.Get, "/usageplans"))["item"]![0]!["id"]!;
        var usage = await bench.DoneAsync(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"/usageplans/{plan}/usage?startDate={since:yyyy-MM-dd}&endDate={since.AddDays(1):yyyy-MM-dd}"));
        return usage["values"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.AsArray().Sum(day => (long)day![0]!));
    }
}
