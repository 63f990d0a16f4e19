using System.Text.Json.Nodes;

namespace Portal.Tests.Sandbox.CloudWatch;

/// <summary>What a reader of metrics does, by the AWS JSON protocol.</summary>
internal static class Watch
{
    /// <summary>The first second of a day; a clock that starts here does not leave its minute by accident.</summary>
    public static DateTimeOffset Noon { get; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static Task<JsonNode> CloudWatchAsync(this Bench bench, string operation, object body) => bench.NamedAsync("monitoring", operation, body);

    public static Task PutAsync(this Bench bench, string name, DateTimeOffset time, params double[] values) => bench.CloudWatchAsync("PutMetricData", new
    {
        Namespace = "Test",
        MetricData = values.Select(value => new { MetricName = name, Timestamp = time.ToUnixTimeSeconds(), Value = value }),
    });

    public static object Query(string id, string name, string stat, int period = 60, string space = "Test", params (string Name, string Value)[] dimensions) => new
    {
        Id = id,
        MetricStat = new
        {
            Metric = new { Namespace = space, MetricName = name, Dimensions = dimensions.Select(dimension => new { dimension.Name, dimension.Value }) },
            Period = period,
            Stat = stat,
        },
    };

    public static async Task<JsonNode> DataAsync(this Bench bench, DateTimeOffset start, DateTimeOffset end, object[] queries, string? token = null, int? most = null, string? scanBy = null)
    {
        JsonObject body = new()
        {
            ["StartTime"] = start.ToUnixTimeSeconds(),
            ["EndTime"] = end.ToUnixTimeSeconds(),
            ["MetricDataQueries"] = System.Text.Json.JsonSerializer.SerializeToNode(queries),
            ["NextToken"] = token,
            ["MaxDatapoints"] = most,
            ["ScanBy"] = scanBy,
        };
        return await bench.CloudWatchAsync("GetMetricData", body.ToJsonString());
    }

    /// <summary>The values of one statistic, oldest first, as "1, 2".</summary>
    public static async Task<string> ValuesAsync(this Bench bench, string name, string stat, DateTimeOffset start, DateTimeOffset end, int period = 60, string space = "Test", params (string Name, string Value)[] dimensions)
    {
        var answer = await bench.DataAsync(start, end, [Query("q", name, stat, period, space, dimensions)], scanBy: "TimestampAscending");
        return string.Join(", ", Values(answer["MetricDataResults"]![0]!));
    }

    public static async Task<double> ValueAsync(this Bench bench, string name, string stat, string space = "Test", params (string Name, string Value)[] dimensions) =>
        Assert.Single(Values((await bench.DataAsync(Noon, Noon.AddMinutes(5), [Query("q", name, stat, 300, space, dimensions)]))["MetricDataResults"]![0]!));

    /// <summary>
    /// Waits until so many calls of an API or stage are counted in the first minutes after noon: a call is when it has ended, which its caller may learn a moment
    /// before. Who moves the clock must wait for each call, or the next one's time is the last one's too.
    /// </summary>
    public static async Task CountedAsync(this Bench bench, double calls, params (string, string)[] dimensions)
    {
        for (var i = 0; ; i++)
        {
            var counted = await bench.ValuesAsync("Latency", "SampleCount", Noon, Noon.AddMinutes(5), 300, "AWS/ApiGateway", dimensions);
            if (counted == $"{calls}")
            {
                return;
            }

            Assert.True(i < 20_000, $"{counted} of {calls} calls were counted.");
            await Task.Yield();
        }
    }

    public static double[] Values(JsonNode result) => [.. result["Values"]!.AsArray().Select(value => value!.GetValue<double>())];

    public static long[] Seconds(JsonNode result) => [.. result["Timestamps"]!.AsArray().Select(value => (long)value!.GetValue<double>())];
}
