using Microsoft.Extensions.Time.Testing;
using Portal.Tests.Sandbox.CloudWatch;

namespace Portal.Tests.Sandbox.Logs;

public sealed class LogStreamTests
{
    [Fact]
    public async Task Streams_come_by_name_or_by_their_last_event()
    {
        await using var bench = await StartAsync();
        foreach (var name in new[] { "b", "a", "ac" })
        {
            await bench.StreamAsync(name);
        }

        await bench.PutLinesAsync("a", (1, "x"), (5, "y"));
        await bench.PutLinesAsync("b", (3, "x"));

        async Task<string> Found(object filter) => string.Join(", ", (await bench.LogsAsync("DescribeLogStreams", filter))["logStreams"]!.AsArray().Select(stream => $"{stream!["logStreamName"]}"));
        Assert.Equal("a, ac, b", await Found(new { logGroupName = "g" }));
        Assert.Equal("a, b, ac", await Found(new { logGroupIdentifier = "arn:aws:logs:eu-central-1:123456789012:log-group:g:*", orderBy = "LastEventTime", descending = true }));
        Assert.Equal("a, ac", await Found(new { logGroupName = "g", logStreamNamePrefix = "a" }));
        var stream = (await bench.LogsAsync("DescribeLogStreams", new { logGroupName = "g", limit = 1 }))["logStreams"]![0]!;
        Assert.Equal((Logging.At(1), Logging.At(5)), ((long)stream["firstEventTimestamp"]!, (long)stream["lastEventTimestamp"]!));
        await bench.LogsAsync("DeleteLogStream", new { logGroupName = "g", logStreamName = "a" });
        Assert.Equal("ac, b", await Found(new { logGroupName = "g" }));
        Assert.Equal("x", await bench.FilteredAsync());
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        await using var bench = await StartAsync();
        await bench.StreamAsync();

        await bench.LogsRefusedAsync("CreateLogStream", new { logGroupName = "g", logStreamName = "s" }, "ResourceAlreadyExistsException", "The specified log stream already exists");
        await bench.LogsRefusedAsync("CreateLogStream", new { logGroupName = "x", logStreamName = "s" }, "ResourceNotFoundException", "The specified log group does not exist.");
        await bench.LogsRefusedAsync("DescribeLogStreams", new { logGroupName = "g", logGroupIdentifier = "g" }, "ValidationException", "LogGroup name and LogGroup ARN are mutually exclusive parameters.");
        await bench.LogsRefusedAsync("DescribeLogStreams", new { logGroupName = "g", orderBy = "LastEventTime", logStreamNamePrefix = "a" }, "InvalidParameterException", "Cannot order by LastEventTime with a logStreamNamePrefix.");
    }

    private static Task<Bench> StartAsync() => Bench.StartAsync(new() { TimeProvider = new FakeTimeProvider(Watch.Noon) });
}
