using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Sandbox.CloudWatch;

public sealed class MetricMathTests
{
    private static readonly object[] Metrics =
    [
        Hidden("m1", "calls"), Hidden("m2", "errors"), Hidden("gaps", "gaps"), Hidden("none", "none"),
    ];

    // calls: 10 20 30 40 50, errors: 1 0 3 0 5, gaps: 1 - 3 - -
    [Theory]
    [InlineData("m1 + m2 * 2", "12 20 36 40 60")]
    [InlineData("(m1 + m2) * 2", "22 40 66 80 110")]
    [InlineData("-m1 + 100", "90 80 70 60 50")]
    [InlineData("2 ^ 3 ^ 2 + m2", "513 512 515 512 517")]
    [InlineData("100 * m2 / m1", "10 0 10 0 10")]
    [InlineData("m1 / m2", "10 - 10 - 10")]
    [InlineData("m1 - gaps", "9 - 27 - -")]
    [InlineData("m1 > 20 AND m2 == 0", "0 0 0 1 0")]
    [InlineData("m1 <= 20 || m2 != 0", "1 1 1 0 1")]
    [InlineData("IF(m2 > 0, m1, 7)", "10 7 30 7 50")]
    [InlineData("IF(m2, m1)", "10 - 30 - 50")]
    [InlineData("IF(SUM(m2) > 8, m1, m2)", "10 20 30 40 50")]
    [InlineData("FILL(gaps, 0)", "1 0 3 0 0")]
    [InlineData("FILL(gaps, REPEAT)", "1 1 3 3 3")]
    [InlineData("FILL(gaps, LINEAR)", "1 2 3 - -")]
    [InlineData("FILL(gaps, m1)", "1 20 3 40 50")]
    [InlineData("FILL(none, 4)", "4 4 4 4 4")]
    [InlineData("RATE(m1) * 60", "- 10 10 10 10")]
    [InlineData("DIFF(gaps)", "- - 2 - -")]
    [InlineData("DIFF_TIME(gaps)", "- - 120 - -")]
    [InlineData("RUNNING_SUM(m1)", "10 30 60 100 150")]
    [InlineData("ABS(0 - m2) + CEIL(m1 / 40) + FLOOR(m1 / 40)", "2 1 4 2 8")]
    [InlineData("LOG10(m1 / m1 * 1000) + LOG(m1 / m1)", "3 3 3 3 3")]
    [InlineData("TIME_SERIES(AVG(m1) + PERIOD(m1))", "90 90 90 90 90")]
    [InlineData("TIME_SERIES(STDDEV(m2) * STDDEV(m2))", "3.76 3.76 3.76 3.76 3.76")]
    [InlineData("TIME_SERIES(MIN(m1) + MAX(m1) + DATAPOINT_COUNT(gaps))", "62 62 62 62 62")]
    [InlineData("SUM(METRICS())", "12 20 36 40 55")]
    [InlineData("MAX([m1, m2])", "10 20 30 40 50")]
    [InlineData("AVG(METRICS(\"m\")) ", "5.5 10 16.5 20 27.5")]
    [InlineData("TIME_SERIES(METRIC_COUNT(METRICS()))", "4 4 4 4 4")]
    [InlineData("TIME_SERIES(METRIC_COUNT(REMOVE_EMPTY(METRICS())))", "3 3 3 3 3")]
    [InlineData("FIRST(SORT(METRICS(), MAX, DESC))", "10 20 30 40 50")]
    [InlineData("LAST(SLICE(SORT(METRICS(), SUM, ASC), 0, 2))", "1 0 3 0 5")]
    [InlineData("SUM(SORT(METRICS(), SUM, DESC, 1))", "10 20 30 40 50")]
    [InlineData("MINUTE(gaps)", "0 1 2 3 4")]
    [InlineData("HOUR(m1) * 10000 + DAY(m1) * 1000 + DATE(m1) * 100 + MONTH(m1)", "121203 121203 121203 121203 121203")]
    [InlineData("YEAR(m1) + EPOCH(m1) - 1772452800", "2026 2086 2146 2206 2266")]
    public async Task An_expression_comes_to(string expression, string values)
    {
        await using var bench = await StartAsync();

        var answer = await bench.DataAsync(Watch.Noon, Watch.Noon.AddMinutes(5), [.. Metrics, new { Id = "e", Expression = expression }], scanBy: "TimestampAscending");

        var result = Assert.Single(answer["MetricDataResults"]!.AsArray())!;
        var known = Watch.Seconds(result).Zip(Watch.Values(result)).ToDictionary(pair => pair.First, pair => pair.Second);
        Assert.Equal(values, string.Join(' ', Enumerable.Range(0, 5).Select(minute => known.TryGetValue(Watch.Noon.AddMinutes(minute).ToUnixTimeSeconds(), out var value) ? $"{Math.Round(value, 9)}" : "-")));
    }

    [Theory]
    [InlineData("m1 +", "Unexpected end of expression")]
    [InlineData("m1 m2", "Unexpected 'm2'")]
    [InlineData("(m1", "Unexpected end of expression")]
    [InlineData("m1 ? m2", "Unsupported character '?'")]
    [InlineData("m9 * 2", "Undefined id 'm9'")]
    [InlineData("e + 1", "Circular reference")]
    [InlineData("WHAT(m1)", "Unknown function 'WHAT'")]
    [InlineData("SORT(m1, AVG, ASC)", "The arguments of function SORT are not those that it takes")]
    [InlineData("METRICS() * METRICS()", "Operations between two arrays of time series are not supported")]
    [InlineData("AVG(m1)", "The expression must return a time series or an array of time series")]
    [InlineData("SELECT AVG(calls) FROM Test", "The sandbox does not know Metrics Insights yet")]
    public async Task What_makes_no_sense_is_refused(string expression, string message)
    {
        await using var bench = await StartAsync();

        await bench.NamedRefusedAsync("monitoring", "GetMetricData", new
        {
            StartTime = Watch.Noon.ToUnixTimeSeconds(),
            EndTime = Watch.Noon.AddMinutes(5).ToUnixTimeSeconds(),
            MetricDataQueries = (object[])[.. Metrics, new { Id = "e", Expression = expression }],
        }, "ValidationError", $"Error in expression 'e': {message}");
    }

    [Fact]
    public async Task A_span_without_end_is_refused()
    {
        await using var bench = await StartAsync();

        await bench.NamedRefusedAsync("monitoring", "GetMetricData", new
        {
            StartTime = Watch.Noon.ToUnixTimeSeconds(),
            EndTime = 250_000_000_000,
            MetricDataQueries = new[] { new { Id = "e", Expression = "TIME_SERIES(1)" } },
        }, "ValidationError", "Error in expression 'e': The span has more than 100800 periods");
    }

    [Fact]
    public async Task Expressions_may_name_expressions()
    {
        await using var bench = await StartAsync();

        var answer = await bench.DataAsync(Watch.Noon, Watch.Noon.AddMinutes(5), [.. Metrics, new { Id = "rate", Expression = "m2 / m1", ReturnData = false }, new { Id = "percent", Expression = "rate * 100", Label = "percent [max: ${MAX}, ${DATAPOINT_COUNT}]" }]);

        var result = Assert.Single(answer["MetricDataResults"]!.AsArray())!;
        Assert.Equal(("percent", "percent [max: 10, 5]"), ((string?)result["Id"], (string?)result["Label"]));
        Assert.Equal([10, 0, 10, 0, 10], Watch.Values(result));
    }

    [Fact]
    public async Task Labels_show_what_their_placeholders_ask_for()
    {
        await using var bench = await StartAsync();
        var query = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(Watch.Query("q", "calls", "Sum", dimensions: [("Stage", "dev")])))!;
        query["Label"] = "${PROP('MetricName')} ${PROP('Dim.Stage')} ${PROP('Stat')} ${PROP('Period')} ${PROP('Region')} ${MIN} ${MAX} ${AVG} ${SUM} ${FIRST} ${LAST} ${MIN_TIME} ${MIN_MAX_RANGE} ${LABEL} ${WHAT}";
        await bench.CloudWatchAsync("PutMetricData", new { Namespace = "Test", MetricData = new[] { 4, 1, 4 }.Select((value, minute) => new { MetricName = "calls", Dimensions = new[] { new { Name = "Stage", Value = "dev" } }, Timestamp = Watch.Noon.AddMinutes(minute).ToUnixTimeSeconds(), Value = value }) });

        var label = (string?)(await bench.DataAsync(Watch.Noon, Watch.Noon.AddMinutes(5), [query]))["MetricDataResults"]![0]!["Label"];

        Assert.Equal("calls dev Sum 60 eu-central-1 1 4 3 9 4 4 2026-03-02 12:01:00 UTC 3 calls ${WHAT}", label);
    }

    private static async Task<Bench> StartAsync()
    {
        var bench = await Bench.StartAsync(new() { TimeProvider = new FakeTimeProvider(Watch.Noon.AddHours(1)) });
        for (var minute = 0; minute < 5; minute++)
        {
            await bench.PutAsync("calls", Watch.Noon.AddMinutes(minute), 10 * (minute + 1));
            await bench.PutAsync("errors", Watch.Noon.AddMinutes(minute), minute % 2 is 0 ? minute + 1 : 0);
            if (minute is 0 or 2)
            {
                await bench.PutAsync("gaps", Watch.Noon.AddMinutes(minute), minute + 1);
            }
        }

        return bench;
    }

    private static JsonNode Hidden(string id, string name)
    {
        var query = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(Watch.Query(id, name, "Sum")))!;
        query["ReturnData"] = false;
        return query;
    }
}
