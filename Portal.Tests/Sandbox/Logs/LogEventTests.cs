using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Portal.Tests.Sandbox.CloudWatch;

namespace Portal.Tests.Sandbox.Logs;

public sealed class LogEventTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10_000)]
    public async Task Events_of_all_streams_come_in_the_order_of_their_time(int limit)
    {
        await using var bench = await StartAsync();
        await bench.StreamAsync("a");
        await bench.StreamAsync("b");
        await bench.PutLinesAsync("a", (0, "0"), (4, "4"), (9, "9"));
        await bench.PutLinesAsync("b", (2, "2"), (3, "3"), (4, "4"), (12, "12"));
        await bench.PutLinesAsync("a", (1, "1"), (11, "11"));
        await bench.PutLinesAsync("b", (5, "5"));

        Assert.Equal("0 1 2 3 4 4 5 9 11 12", await bench.FilteredAsync(limit: limit));
        Assert.Equal("2 3 4 4 5 9", await bench.FilteredAsync(from: 2, to: 9, limit: limit));
        Assert.Equal("2 3 4 5 12", await bench.FilteredAsync(prefix: "b", limit: limit));
    }

    [Fact]
    public async Task An_event_says_where_and_when()
    {
        await using var bench = await StartAsync();
        await bench.StreamAsync();
        await bench.PutLinesAsync("s", (1, "first"), (1, "second"));

        var events = (await bench.LogsAsync("FilterLogEvents", new { logGroupName = "g", logStreamNames = new[] { "s" } }))["events"]!.AsArray();

        Assert.Equal(("s", Logging.At(1), "first", Logging.At(0)), ((string?)events[0]!["logStreamName"], (long)events[0]!["timestamp"]!, (string?)events[0]!["message"], (long)events[0]!["ingestionTime"]!));
        Assert.Equal(2, events.Select(line => (string)line!["eventId"]!).Distinct().Count(id => id.Length is 56));
    }

    [Fact]
    public async Task Nothing_is_missed_or_told_twice_while_events_come()
    {
        await using var bench = await StartAsync();
        await bench.StreamAsync();
        for (var i = 0; i < 50; i++)
        {
            await bench.PutLinesAsync("s", (i, $"{i}"), (i + 0.5, $"{i}.5"));
        }

        List<string> seen = [];
        string? token = null;
        do
        {
            var page = await bench.LogsAsync("FilterLogEvents", new JsonObject { ["logGroupName"] = "g", ["limit"] = 7, ["nextToken"] = token, ["endTime"] = Logging.At(1_000) }.ToJsonString());
            seen.AddRange(page["events"]!.AsArray().Select(line => (string)line!["message"]!));
            token = (string?)page["nextToken"];
            await bench.PutLinesAsync("s", (2_000, "later"));
        }
        while (token is not null);

        Assert.Equal(Enumerable.Range(0, 50).SelectMany(i => new[] { $"{i}", $"{i}.5" }), seen);
    }

    [Fact]
    public async Task A_stream_is_read_from_either_end()
    {
        await using var bench = await StartAsync();
        await bench.StreamAsync();
        for (var i = 0; i < 10; i += 2)
        {
            await bench.PutLinesAsync("s", (i, $"{i}"), (i + 1, $"{i + 1}"));
        }

        async Task<(string Lines, string Forward, string Backward)> Read(string? token, bool? fromHead = null, double? to = null)
        {
            JsonObject body = new() { ["logGroupName"] = "g", ["logStreamName"] = "s", ["limit"] = 4, ["nextToken"] = token, ["startFromHead"] = fromHead, ["endTime"] = to is null ? null : Logging.At(to.Value) };
            var page = await bench.LogsAsync("GetLogEvents", body.ToJsonString());
            return (string.Join(' ', page["events"]!.AsArray().Select(line => (string)line!["message"]!)), (string)page["nextForwardToken"]!, (string)page["nextBackwardToken"]!);
        }

        var tail = await Read(null);
        Assert.Equal("6 7 8 9", tail.Lines);
        var middle = await Read(tail.Backward);
        Assert.Equal("2 3 4 5", middle.Lines);
        var head = await Read(middle.Backward);
        Assert.Equal("0 1", head.Lines);
        Assert.Equal(("", head.Backward), ((await Read(head.Backward)).Lines, (await Read(head.Backward)).Backward));
        Assert.Equal("6 7 8 9", (await Read(middle.Forward)).Lines);
        Assert.Equal(("", tail.Forward), ((await Read(tail.Forward)).Lines, (await Read(tail.Forward)).Forward));
        Assert.Equal("0 1 2 3", (await Read(null, fromHead: true)).Lines);
        Assert.Equal("1 2 3 4", (await Read(null, to: 5)).Lines);
        await bench.PutLinesAsync("s", (20, "20"));
        Assert.Equal("20", (await Read(tail.Forward)).Lines);
    }

    [Fact]
    public async Task What_is_too_old_or_too_new_is_left_out_and_said()
    {
        await using var bench = await StartAsync();
        await bench.StreamAsync();

        var old = await bench.PutLinesAsync("s", (-15 * 86_400, "old"), (-14.5 * 86_400, "old"));
        var young = await bench.PutLinesAsync("s", (0, "now"), (3 * 3_600, "new"));

        Assert.Equal("""{"tooOldLogEventEndIndex":2}""", old["rejectedLogEventsInfo"]!.ToJsonString());
        Assert.Equal("""{"tooNewLogEventStartIndex":1}""", young["rejectedLogEventsInfo"]!.ToJsonString());
        Assert.Equal("now", await bench.FilteredAsync());
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        await using var bench = await StartAsync();
        await bench.StreamAsync();
        object[] one = [new { timestamp = Logging.At(0), message = "m" }];

        await bench.LogsRefusedAsync("PutLogEvents", new { logGroupName = "g", logStreamName = "x", logEvents = one }, "ResourceNotFoundException", "The specified log stream does not exist.");
        await bench.LogsRefusedAsync("PutLogEvents", new { logGroupName = "x", logStreamName = "s", logEvents = one }, "ResourceNotFoundException", "The specified log group does not exist.");
        await bench.LogsRefusedAsync("PutLogEvents", new { logGroupName = "g", logStreamName = "s", logEvents = new[] { new { timestamp = 2, message = "m" }, new { timestamp = 1, message = "m" } } }, "InvalidParameterException", "Log events in a single PutLogEvents request must be in chronological order.");
        await bench.LogsRefusedAsync("PutLogEvents", new { logGroupName = "g", logStreamName = "s", logEvents = new[] { new { timestamp = Logging.At(0), message = "m" }, new { timestamp = Logging.At(86_401), message = "m" } } }, "InvalidParameterException", "The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");
        await bench.LogsRefusedAsync("FilterLogEvents", new { logGroupName = "g", limit = 10_001 }, "InvalidParameterException", "1 validation error detected: Value '10001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 10000");
        await bench.LogsRefusedAsync("FilterLogEvents", new { logGroupName = "g", nextToken = "x" }, "InvalidParameterException", "The specified nextToken is invalid.");
        await bench.LogsRefusedAsync("FilterLogEvents", new { logGroupName = "x" }, "ResourceNotFoundException", "The specified log group does not exist.");
        await bench.LogsRefusedAsync("FilterLogEvents", new { logGroupName = "g", filterPattern = "{ $.a = }" }, "InvalidParameterException", "Invalid filter pattern");
        await bench.LogsRefusedAsync("GetLogEvents", new { logGroupName = "g", logStreamName = "s", nextToken = "x" }, "InvalidParameterException", "The specified nextToken is invalid.");
    }

    private static Task<Bench> StartAsync() => Bench.StartAsync(new() { TimeProvider = new FakeTimeProvider(Watch.Noon) });
}
