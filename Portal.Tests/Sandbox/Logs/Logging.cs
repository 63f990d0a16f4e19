using System.Text.Json.Nodes;
using Portal.Tests.Sandbox.CloudWatch;

namespace Portal.Tests.Sandbox.Logs;

/// <summary>What a reader of logs does, by the AWS JSON protocol.</summary>
internal static class Logging
{
    public static Task<JsonNode> LogsAsync(this Bench bench, string operation, object body) => bench.NamedAsync("logs", operation, body);

    public static Task LogsRefusedAsync(this Bench bench, string operation, object body, string type, string message) => bench.NamedRefusedAsync("logs", operation, body, type, message);

    public static long At(double seconds) => Watch.Noon.AddSeconds(seconds).ToUnixTimeMilliseconds();

    /// <summary>A group "g" with this stream.</summary>
    public static async Task StreamAsync(this Bench bench, string stream = "s")
    {
        if ((await bench.LogsAsync("DescribeLogGroups", new { }))["logGroups"]!.AsArray().Count is 0)
        {
            await bench.LogsAsync("CreateLogGroup", new { logGroupName = "g" });
        }

        await bench.LogsAsync("CreateLogStream", new { logGroupName = "g", logStreamName = stream });
    }

    public static Task<JsonNode> PutLinesAsync(this Bench bench, string stream, params (double Seconds, string Message)[] lines) =>
        bench.LogsAsync("PutLogEvents", new { logGroupName = "g", logStreamName = stream, logEvents = lines.Select(line => new { timestamp = At(line.Seconds), message = line.Message }) });

    /// <summary>The messages of all pages, joined by blanks.</summary>
    public static async Task<string> FilteredAsync(this Bench bench, string? pattern = null, double? from = null, double? to = null, string? prefix = null, int? limit = null)
    {
        List<string> messages = [];
        string? token = null;
        do
        {
            JsonObject body = new()
            {
                ["logGroupName"] = "g",
                ["filterPattern"] = pattern,
                ["startTime"] = from is null ? null : At(from.Value),
                ["endTime"] = to is null ? null : At(to.Value),
                ["logStreamNamePrefix"] = prefix,
                ["limit"] = limit,
                ["nextToken"] = token,
            };
            var page = await bench.LogsAsync("FilterLogEvents", body.ToJsonString());
            Assert.InRange(page["events"]!.AsArray().Count, 0, limit ?? 10_000);
            messages.AddRange(page["events"]!.AsArray().Select(line => (string)line!["message"]!));
            token = (string?)page["nextToken"];
        }
        while (token is not null);

        return string.Join(' ', messages);
    }
}
