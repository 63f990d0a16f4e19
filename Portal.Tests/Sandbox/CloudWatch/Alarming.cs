using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Tests.Sandbox.CloudWatch;

/// <summary>What somebody with alarms does, by the AWS JSON protocol.</summary>
internal static class Alarming
{
    /// <summary>Puts a valid alarm that goes off when the sum of "m" in a minute is over 5, changed in what a test is about.</summary>
    public static Task AlarmAsync(this Bench bench, string name, object change) => bench.CloudWatchAsync("PutMetricAlarm", Input(name, JsonSerializer.SerializeToNode(change)!).ToJsonString());

    public static async Task<JsonNode> AlarmAsync(this Bench bench, string name) =>
        Assert.Single((await bench.CloudWatchAsync("DescribeAlarms", new { AlarmNames = new[] { name } }))["MetricAlarms"]!.AsArray())!;

    public static JsonObject Input(string name, JsonNode change)
    {
        JsonObject input = new()
        {
            ["AlarmName"] = name,
            ["Namespace"] = "Test",
            ["MetricName"] = "m",
            ["Statistic"] = "Sum",
            ["Period"] = 60,
            ["EvaluationPeriods"] = 1,
            ["Threshold"] = 5,
            ["ComparisonOperator"] = "GreaterThanThreshold",
        };
        foreach (var (key, value) in change.AsObject())
        {
            input[key] = value?.DeepClone();
        }

        return input;
    }
}
