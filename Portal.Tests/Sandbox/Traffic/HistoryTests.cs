using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Portal.Tests.Sandbox.CloudWatch;

namespace Portal.Tests.Sandbox.Traffic;

public sealed class HistoryTests
{
    private static readonly object Small = new { days = 2, callsPerDay = 1_500, consumers = 5, seed = 7 };

    [Fact]
    public async Task Metrics_and_lines_and_usage_tell_the_same_calls()
    {
        await using var street = await Street.StartAsync();

        var report = await street.OrderAsync(Small);

        var counted = 0L;
        foreach (var stage in new[] { "dev", "prod" })
        {
            var told = report["stages"]!.AsArray().Single(one => (string?)one!["stage"] == stage)!;
            var lines = await street.LinesAsync(stage);
            Assert.InRange(lines.Count, 1_500, 6_000);
            Assert.Equal((lines.Count, lines.Count), ((long)told["calls"]!, (long)told["lines"]!));
            Assert.Equal(lines.Count, await street.MetricAsync(stage, "Count", "Sum"));
            Assert.Equal(lines.Count(line => Status(line) is >= 400 and < 500), await street.MetricAsync(stage, "4XXError", "Sum"));
            Assert.Equal(lines.Count(line => Status(line) >= 500), await street.MetricAsync(stage, "5XXError", "Sum"));
            Assert.Equal(lines.Sum(line => Number(line, "lat")), await street.MetricAsync(stage, "Latency", "Sum"));
            Assert.Equal(lines.Count(line => (string?)line["ilat"] is not "-"), await street.MetricAsync(stage, "IntegrationLatency", "SampleCount"));
            counted += (long)told["counted"]!;
        }

        var keyed = (await street.LinesAsync("dev")).Concat(await street.LinesAsync("prod")).Where(line => (string?)line["key"] is not "-" && Status(line) is not 429).GroupBy(line => (string)line["key"]!).ToDictionary(key => key.Key, key => key.LongCount());
        Assert.Equal(5, keyed.Count);
        Assert.Equal(keyed.OrderBy(pair => pair.Key), (await street.UsageAsync()).OrderBy(pair => pair.Key));
        Assert.Equal(keyed.Values.Sum(), counted);
    }

    [Fact]
    public async Task Methods_are_counted_where_the_stage_asks_for_it()
    {
        await using var street = await Street.StartAsync();
        await street.OrderAsync(Small);

        var lines = await street.LinesAsync("prod");

        Assert.Equal(
            lines.Count(line => (string?)line["m"] is "GET" && (string?)line["r"] is "/pets/{id}"),
            await street.MetricAsync("prod", "Count", "Sum", more: [("Method", "GET"), ("Resource", "/pets/{id}")]));
        Assert.Equal(0, await street.MetricAsync("dev", "Count", "Sum", more: [("Method", "GET"), ("Resource", "/pets/{id}")]));
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_calls()
    {
        List<string> told = [];
        foreach (var seed in new[] { 7, 7, 8 })
        {
            await using var street = await Street.StartAsync();
            await street.OrderAsync(new { days = 1, callsPerDay = 500, consumers = 3, seed });
            told.Add(string.Join('\n', (await street.LinesAsync("prod")).Select(line => $"{line["t"]} {line["m"]} {line["r"]} {line["s"]} {line["lat"]} {line["err"]}")));
        }

        Assert.Equal(told[0], told[1]);
        Assert.NotEqual(told[0], told[2]);
    }

    [Fact]
    public async Task One_stage_has_an_incident()
    {
        await using var street = await Street.StartAsync();
        var report = await street.OrderAsync(new { days = 1, callsPerDay = 20_000, consumers = 3, seed = 7, stages = new[] { $"{street.Api}/prod" } });

        var (from, to) = (report["incident"]!["from"]!.GetValue<DateTimeOffset>(), report["incident"]!["to"]!.GetValue<DateTimeOffset>());
        Assert.Equal("prod", (string?)report["incident"]!["stage"]);
        Assert.InRange(await RateAsync(street, from, to), 0.15, 0.4);
        Assert.InRange(await RateAsync(street, from.AddHours(-6), from), 0, 0.01);
        Assert.True(await P90Async(street, from, to) > 3 * await P90Async(street, from.AddHours(-6), from));

        Assert.Null((await street.OrderAsync(new { days = 1, callsPerDay = 10, incident = false, stages = new[] { $"{street.Api}/dev" } }))["incident"]);
    }

    [Fact]
    public async Task A_canary_is_worse()
    {
        await using var street = await Street.StartAsync();
        var other = (string)(await street.Bench.DoneAsync(HttpMethod.Post, $"/restapis/{street.Api}/deployments", new { }))["id"]!;
        await street.Bench.DoneAsync(HttpMethod.Patch, $"/restapis/{street.Api}/stages/dev", new { patchOperations = new[] { new { op = "replace", path = "/canarySettings/percentTraffic", value = "30" }, new { op = "replace", path = "/canarySettings/deploymentId", value = other } } });

        await street.OrderAsync(new { days = 1, callsPerDay = 20_000, consumers = 3, seed = 7, incident = false, stages = new[] { $"{street.Api}/dev" } });

        var lines = (await street.LinesAsync("dev")).Where(line => Number(line, "t") >= Watch.Noon.AddHours(-6).ToUnixTimeMilliseconds() && (string?)line["ilat"] is not "-").ToLookup(line => (string?)line["canary"] is "true");
        Assert.InRange(lines[true].Count() / (double)lines.Sum(group => group.Count()), 0.25, 0.35);
        Assert.All(lines[true], line => Assert.Equal(other, (string?)line["dep"]));
        Assert.True(lines[true].Average(line => Status(line) >= 500 ? 1 : 0) > 5 * lines[false].Average(line => Status(line) >= 500 ? 1 : 0));
        Assert.True(lines[true].Average(line => Number(line, "lat")) > 1.4 * lines[false].Average(line => Number(line, "lat")));
    }

    [Fact]
    public async Task Nights_and_weekends_are_quieter()
    {
        await using var street = await Street.StartAsync();
        await street.OrderAsync(new { days = 7, callsPerDay = 2_000, incident = false, stages = new[] { $"{street.Api}/dev" } });

        var times = (await street.LinesAsync("dev")).Select(line => DateTimeOffset.FromUnixTimeMilliseconds((long)Number(line, "t"))).ToList();

        Assert.True(times.Count(time => time.Hour is 14) > 3 * times.Count(time => time.Hour is 2));
        Assert.True(times.Count(time => time.DayOfWeek is DayOfWeek.Wednesday) > 1.5 * times.Count(time => time.DayOfWeek is DayOfWeek.Saturday));
    }

    [Fact]
    public async Task Asked_again_only_what_is_new_is_made_up()
    {
        FakeTimeProvider clock = new(Watch.Noon.AddHours(-6));
        await using var street = await Street.StartAsync(clock);
        var first = (long)(await street.OrderAsync(Small))["stages"]![0]!["calls"]!;
        Assert.Equal(0, (long)(await street.OrderAsync(Small))["stages"]![0]!["calls"]!);

        clock.Advance(TimeSpan.FromHours(6));
        var more = (long)(await street.OrderAsync(Small))["stages"]![0]!["calls"]!;

        Assert.InRange(more, 100, first);
        Assert.Equal(first + more, await street.MetricAsync("dev", "Count", "Sum"));
        Assert.Equal(first + more, (await street.LinesAsync("dev")).Count);
    }

    [Fact]
    public async Task A_quota_holds_for_calls_that_are_made_up()
    {
        await using var street = await Street.StartAsync();
        await street.OrderAsync(new { days = 1, callsPerDay = 1, consumers = 1, stages = new[] { $"{street.Api}/dev" } });
        var plan = (string)(await street.Bench.DoneAsync(HttpMethod.Get, "/usageplans"))["item"]![0]!["id"]!;
        await street.Bench.DoneAsync(HttpMethod.Patch, $"/usageplans/{plan}", new
        {
            patchOperations = new[]
            {
                new { op = "add", path = "/apiStages", value = $"{street.Api}:prod" },
                new { op = "replace", path = "/quota/limit", value = "100" },
                new { op = "replace", path = "/quota/period", value = "DAY" },
            },
        });

        await street.OrderAsync(new { days = 2, callsPerDay = 1_000, incident = false, stages = new[] { $"{street.Api}/prod" } });

        var lines = (await street.LinesAsync("prod")).Where(line => (string?)line["key"] is not "-").ToList();
        Assert.Equal(lines.Count(line => Status(line) is not 429), (await street.UsageAsync()).Values.Sum() - (await street.LinesAsync("dev")).Count(line => (string?)line["key"] is not "-" && Status(line) is not 429));
        Assert.InRange(lines.Count(line => Status(line) is not 429), 200, 300);
        Assert.Contains(lines, line => (string?)line["err"] is "QUOTA_EXCEEDED");
    }

    [Theory]
    [InlineData("""{"days": 0}""", "days is 1 to 14.")]
    [InlineData("""{"days": 1, "callsPerDay": 0}""", "callsPerDay is 1 to 1000000.")]
    [InlineData("""{"live": {"rate": 501, "seconds": 1}}""", "live.rate is more than 0 and at most 500 calls a second.")]
    [InlineData("{}", "Neither days of history nor live calls are asked for.")]
    [InlineData("""{"day": 1}""", "An order is")]
    public async Task What_makes_no_sense_is_refused(string order, string message)
    {
        await using var street = await Street.StartAsync();

        var (status, body) = await street.TryOrderAsync(order);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith(message, (string)JsonNode.Parse(body)!["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stage_that_is_not_there_is_refused()
    {
        await using var street = await Street.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await street.TryOrderAsync(new { days = 1, stages = new[] { "none/dev" } })).Status);
    }

    private static async Task<double> RateAsync(Street street, DateTimeOffset from, DateTimeOffset to)
    {
        var answer = await street.Bench.DataAsync(from, to, [Query("5XXError", "Average", from, to)]);
        return Watch.Values(answer["MetricDataResults"]![0]!).Average();
    }

    private static async Task<double> P90Async(Street street, DateTimeOffset from, DateTimeOffset to)
    {
        var answer = await street.Bench.DataAsync(from, to, [Query("Latency", "p90", from, to)]);
        return Watch.Values(answer["MetricDataResults"]![0]!).Max();
    }

    private static object Query(string name, string stat, DateTimeOffset from, DateTimeOffset to) =>
        Watch.Query("q", name, stat, (int)(to - from).TotalSeconds, "AWS/ApiGateway", ("ApiName", "pets"), ("Stage", "prod"));

    private static int Status(JsonNode line) => int.Parse((string)line["s"]!, System.Globalization.CultureInfo.InvariantCulture);

    private static double Number(JsonNode line, string name) => double.Parse((string)line[name]!, System.Globalization.CultureInfo.InvariantCulture);
}
