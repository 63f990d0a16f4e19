using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Sandbox.CloudWatch;

public sealed class GetMetricDataTests
{
    private readonly FakeTimeProvider _clock = new(Watch.Noon.AddHours(1));

    [Fact]
    public async Task Newest_comes_first_unless_asked_otherwise()
    {
        await using var bench = await StartAsync();
        await bench.PutAsync("m", Watch.Noon, 1);
        await bench.PutAsync("m", Watch.Noon.AddMinutes(2), 3);

        var newest = (await bench.DataAsync(Watch.Noon, Watch.Noon.AddMinutes(10), [Watch.Query("q", "m", "Sum")]))["MetricDataResults"]![0]!;
        var oldest = (await bench.DataAsync(Watch.Noon, Watch.Noon.AddMinutes(10), [Watch.Query("q", "m", "Sum")], scanBy: "TimestampAscending"))["MetricDataResults"]![0]!;

        Assert.Equal([3, 1], Watch.Values(newest));
        Assert.Equal([1, 3], Watch.Values(oldest));
        Assert.Equal([Watch.Noon.AddMinutes(2).ToUnixTimeSeconds(), Watch.Noon.ToUnixTimeSeconds()], Watch.Seconds(newest));
        Assert.Equal(("q", "m", "Complete"), ((string?)newest["Id"], (string?)newest["Label"], (string?)newest["StatusCode"]));
    }

    [Fact]
    public async Task The_start_belongs_to_the_span_and_the_end_does_not()
    {
        await using var bench = await StartAsync();
        for (var minute = 0; minute < 5; minute++)
        {
            await bench.PutAsync("m", Watch.Noon.AddMinutes(minute), minute);
        }

        Assert.Equal("1, 2", await bench.ValuesAsync("m", "Sum", Watch.Noon.AddMinutes(1), Watch.Noon.AddMinutes(3)));
        Assert.Equal("1, 2", await bench.ValuesAsync("m", "Sum", Watch.Noon.AddSeconds(119), Watch.Noon.AddSeconds(239)));
    }

    [Fact]
    public async Task Periods_begin_with_the_span()
    {
        await using var bench = await StartAsync();
        for (var minute = 0; minute < 12; minute++)
        {
            await bench.PutAsync("m", Watch.Noon.AddMinutes(minute), minute, 100);
        }

        var result = (await bench.DataAsync(Watch.Noon.AddMinutes(2), Watch.Noon.AddHours(1), [Watch.Query("q", "m", "Minimum", 300)], scanBy: "TimestampAscending"))["MetricDataResults"]![0]!;

        Assert.Equal([2, 7], Watch.Values(result));
        Assert.Equal([Watch.Noon.AddMinutes(2).ToUnixTimeSeconds(), Watch.Noon.AddMinutes(7).ToUnixTimeSeconds()], Watch.Seconds(result));
        Assert.Equal("100, 100", await bench.ValuesAsync("m", "p51", Watch.Noon.AddMinutes(2), Watch.Noon.AddHours(1), 300));
    }

    [Theory]
    [InlineData("TimestampAscending")]
    [InlineData("TimestampDescending")]
    public async Task Pages_hold_every_value_once_also_while_values_come(string scanBy)
    {
        await using var bench = await StartAsync();
        for (var minute = 0; minute < 10; minute++)
        {
            await bench.PutAsync("a", Watch.Noon.AddMinutes(minute), minute);
            await bench.PutAsync("b", Watch.Noon.AddMinutes(minute), 100 + minute);
        }

        object[] queries = [Watch.Query("qa", "a", "Sum"), Watch.Query("none", "none", "Sum"), Watch.Query("qb", "b", "Sum")];
        List<double> seen = [];
        string? token = null;
        var pages = 0;
        do
        {
            var page = await bench.DataAsync(Watch.Noon, Watch.Noon.AddMinutes(30), queries, token, most: 3, scanBy);
            var values = page["MetricDataResults"]!.AsArray().SelectMany(result => Watch.Values(result!)).ToList();
            Assert.InRange(values.Count, 0, 3);
            seen.AddRange(values);
            token = (string?)page["NextToken"];
            pages++;
            await bench.PutAsync("a", Watch.Noon.AddMinutes(scanBy is "TimestampAscending" ? 0 : 20), 1_000);
        }
        while (token is not null);

        Assert.Equal([.. Enumerable.Range(0, 10), .. Enumerable.Range(100, 10)], seen.Order().Select(value => (int)value));
        Assert.InRange(pages, 7, 8);
    }

    [Fact]
    public async Task A_page_says_whether_a_result_is_whole()
    {
        await using var bench = await StartAsync();
        await bench.PutAsync("m", Watch.Noon, 1);
        await bench.PutAsync("m", Watch.Noon.AddMinutes(1), 2);

        var page = await bench.DataAsync(Watch.Noon, Watch.Noon.AddMinutes(30), [Watch.Query("q", "m", "Sum")], most: 1);

        Assert.Equal("PartialData", (string?)page["MetricDataResults"]![0]!["StatusCode"]);
        await bench.NamedRefusedAsync("monitoring", "GetMetricData", Body("""{"NextToken": "nonsense"}""", Watch.Query("q", "m", "Sum")), "InvalidNextToken", "Invalid nextToken");
    }

    [Fact]
    public async Task Old_values_must_be_asked_for_by_coarse_periods()
    {
        await using var bench = await StartAsync();
        await bench.PutAsync("m", Watch.Noon, 1);
        await bench.PutAsync("m", Watch.Noon.AddMinutes(1), 2);

        _clock.Advance(TimeSpan.FromDays(20));
        Assert.Empty(await bench.ValuesAsync("m", "Sum", Watch.Noon, Watch.Noon.AddMinutes(10)));
        Assert.Equal("3", await bench.ValuesAsync("m", "Sum", Watch.Noon, Watch.Noon.AddMinutes(10), 300));
        _clock.Advance(TimeSpan.FromDays(50));
        Assert.Empty(await bench.ValuesAsync("m", "Sum", Watch.Noon, Watch.Noon.AddMinutes(10), 300));
        Assert.Equal("3", await bench.ValuesAsync("m", "Sum", Watch.Noon, Watch.Noon.AddMinutes(10), 3_600));
    }

    [Fact]
    public async Task Labels_tell_queries_apart_that_differ_in_statistic_or_period()
    {
        await using var bench = await StartAsync();

        Assert.Equal(["m Sum 60", "m Minimum 30"], await LabelsAsync(bench, Watch.Query("a", "m", "Sum"), Watch.Query("b", "m", "Minimum", 30)));
        Assert.Equal(["m p50", "m p99"], await LabelsAsync(bench, Watch.Query("a", "m", "p50"), Watch.Query("b", "m", "p99")));
        Assert.Equal(["m", "n"], await LabelsAsync(bench, Watch.Query("a", "m", "Sum"), Watch.Query("b", "n", "Sum")));
    }

    [Fact]
    public async Task Several_units_are_said_and_the_first_is_answered()
    {
        await using var bench = await StartAsync();
        await bench.CloudWatchAsync("PutMetricData", new { Namespace = "Test", MetricData = new[] { ("Seconds", 1), ("Milliseconds", 60_000), ("Milliseconds", 30_000) }.Select(pair => new { MetricName = "m", Unit = pair.Item1, Value = pair.Item2, Timestamp = Watch.Noon.ToUnixTimeSeconds() }) });

        var result = (await bench.DataAsync(Watch.Noon, Watch.Noon.AddMinutes(30), [Watch.Query("q", "m", "Sum")]))["MetricDataResults"]![0]!;

        Assert.Equal([90_000], Watch.Values(result));
        Assert.Equal("""[{"Code":"MultipleUnits","Value":"Multiple units returned: '[Milliseconds, Seconds]'"}]""".Replace("'", "\\u0027", StringComparison.Ordinal), result["Messages"]!.ToJsonString());
    }

    [Fact]
    public async Task What_is_asked_for_nobody_is_left_out()
    {
        await using var bench = await StartAsync();
        var query = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(Watch.Query("q", "m", "Sum")))!;
        query["ReturnData"] = false;

        Assert.Empty((await bench.DataAsync(Watch.Noon, Watch.Noon.AddMinutes(30), [query]))["MetricDataResults"]!.AsArray());
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        await using var bench = await StartAsync();
        Task Refused(string type, string message, string more, params object[] queries) => bench.NamedRefusedAsync("monitoring", "GetMetricData", Body(more, queries), type, message);
        var good = Watch.Query("q", "m", "Sum");

        await Refused("ValidationError", "The parameter EndTime must be greater than StartTime.", """{"EndTime": 1}""", good);
        await Refused("ValidationError", "The parameter StartTime must not equal parameter EndTime.", $$"""{"EndTime": {{Watch.Noon.ToUnixTimeSeconds()}}}""", good);
        await Refused("MissingRequiredParameterException", "The parameter MetricDataQueries is required.", "{}");
        await Refused("ValidationError", "The values for parameter id in MetricDataQueries are not unique.", "{}", good, good);
        await Refused("ValidationError", "The parameter MetricDataQueries.member.1.MetricStat.Period must be 1, 5, 10, 20, 30 or a multiple of 60.", "{}", Watch.Query("q", "m", "Sum", 90));
        await Refused("ValidationError", "The value Median for parameter MetricDataQueries.member.1.MetricStat.Stat is not supported.", "{}", Watch.Query("q", "m", "Median"));
        await Refused("ValidationError", "The value p101 for parameter MetricDataQueries.member.1.MetricStat.Stat is not supported.", "{}", Watch.Query("q", "m", "p101"));
        await Refused("ValidationError", "The value 1q for parameter MetricDataQueries.member.1.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.", "{}", Watch.Query("1q", "m", "Sum"));
    }

    private Task<Bench> StartAsync() => Bench.StartAsync(new() { TimeProvider = _clock });

    private static async Task<string[]> LabelsAsync(Bench bench, params object[] queries) =>
        [.. (await bench.DataAsync(Watch.Noon, Watch.Noon.AddMinutes(30), queries))["MetricDataResults"]!.AsArray().Select(result => (string)result!["Label"]!)];

    private static string Body(string more, params object[] queries)
    {
        JsonObject body = new()
        {
            ["StartTime"] = Watch.Noon.ToUnixTimeSeconds(),
            ["EndTime"] = Watch.Noon.AddMinutes(30).ToUnixTimeSeconds(),
            ["MetricDataQueries"] = System.Text.Json.JsonSerializer.SerializeToNode(queries),
        };
        foreach (var (name, value) in JsonNode.Parse(more)!.AsObject())
        {
            body[name] = value?.DeepClone();
        }

        return body.ToJsonString();
    }
}
