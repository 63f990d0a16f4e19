using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Portal.Tests.Sandbox.CloudWatch;

namespace Portal.Tests.Sandbox.Logs;

public sealed class QueryTests
{
    // Seconds after noon, key, status (quoted, as formats often do), latency, route.
    private static readonly (double Seconds, string Message)[] Lines =
    [
        (0, """{"key":"a","status":"200","latency":10,"route":{"path":"/pets"},"ok":true}"""),
        (10, """{"key":"a","status":"500","latency":200,"route":{"path":"/pets"},"ok":false}"""),
        (70, """{"key":"b","status":"200","latency":30,"route":{"path":"/pets/{id}"}}"""),
        (80, """{"key":"b","status":"429","latency":1,"route":{"path":"/pets"},"tags":["x","y"]}"""),
        (130, """{"key":"c","status":"503","latency":400,"route":{"path":"/shop"}}"""),
        (140, "10.0.0.1 - user=ann action=buy [took 12 ms]"),
    ];

    [Theory]
    [InlineData("fields key, status | filter status >= 500", "key=c status=503; key=a status=500")]
    [InlineData("fields key | filter status = 200 and latency < 20", "key=a")]
    [InlineData("fields key | filter not (status = 200) and ispresent(status) | sort latency asc", "key=b; key=a; key=c")]
    [InlineData("fields route.path as path | filter route.path like \"{id}\" or route.path like /^.sh/", "path=/shop; path=/pets/{id}")]
    [InlineData("fields latency | filter key in ['a', \"c\"] | sort latency desc | limit 2", "latency=400; latency=200")]
    [InlineData("fields key | filter key not in ['a', 'b'] and key not like 'x'", "; key=c")]
    [InlineData("fields @timestamp, latency * 2 + 1 as more | filter ok = 1", "@timestamp=2026-03-02 12:00:00.000 more=21")]
    [InlineData("fields tags.1 | filter ispresent(tags.0)", "tags.1=y")]
    [InlineData("filter status > 400 | display key, strlen(route.path) as n, toupper(key) | sort key", "key=a n=5 toupper(key)=A; key=b n=5 toupper(key)=B; key=c n=5 toupper(key)=C")]
    [InlineData("stats count(*) as n, sum(status >= 500) as e by key | filter ispresent(key) | sort key", "key=a n=2 e=1; key=b n=2 e=0; key=c n=1 e=1")]
    [InlineData("filter ispresent(key) | stats count(*), avg(latency), min(latency), max(latency), pct(latency, 50), count_distinct(key)", "count(*)=5 avg(latency)=128.2 min(latency)=1 max(latency)=400 pct(latency, 50)=30 count_distinct(key)=3")]
    [InlineData("filter ispresent(key) | stats 100 * sum(status >= 500) / count(*) as percent, latest(key) as last, earliest(key) as first", "percent=40 last=c first=a")]
    [InlineData("stats count(*) as n by bin(1m) | sort bin(1m)", "bin(1m)=2026-03-02 12:00:00.000 n=2; bin(1m)=2026-03-02 12:01:00.000 n=2; bin(1m)=2026-03-02 12:02:00.000 n=2")]
    [InlineData("stats count(status) as n by key, bin(2m) as t | sort n desc, key asc", "key=a t=2026-03-02 12:00:00.000 n=2; key=b t=2026-03-02 12:00:00.000 n=2; key=c t=2026-03-02 12:02:00.000 n=1; t=2026-03-02 12:02:00.000 n=0")]
    [InlineData("filter status = 1 | stats count(*) as n", "n=0")]
    [InlineData("parse @message \"user=* action=* [took * ms]\" as who, what, ms | filter ms > 10 | fields who, what, ms", "who=ann what=buy ms=12")]
    [InlineData("parse @message /user=(?<who>\\w+)/ | filter ispresent(who) | display who # and no more", "who=ann")]
    [InlineData("fields `key` | filter `status` == \"429\"", "key=b")]
    [InlineData("fields coalesce(nothing, key, 'none') as k, abs(0 - latency) as l, floor(latency / 7) as f | filter latency = 30", "k=b l=30 f=4")]
    public async Task A_query_answers(string query, string rows)
    {
        await using var bench = await StartAsync();

        var answer = await QueriedAsync(bench, query);

        Assert.Equal(rows, Text(answer));
    }

    [Fact]
    public async Task Without_fields_the_newest_messages_come_first()
    {
        await using var bench = await StartAsync();

        var answer = await QueriedAsync(bench, "limit 2");

        Assert.StartsWith("@timestamp=2026-03-02 12:02:20.000 @message=10.0.0.1 - user=ann", Text(answer), StringComparison.Ordinal);
        Assert.All(answer["results"]!.AsArray(), row => Assert.Contains(row!.AsArray(), field => (string?)field!["field"] == "@ptr"));
    }

    [Fact]
    public async Task It_is_said_how_much_was_looked_at()
    {
        await using var bench = await StartAsync();

        var statistics = (await QueriedAsync(bench, "fields key | filter status >= 500 | limit 1"))["statistics"]!;

        Assert.Equal((2d, 6d, Lines.Sum(line => line.Message.Length)), ((double)statistics["recordsMatched"]!, (double)statistics["recordsScanned"]!, (double)statistics["bytesScanned"]!));
    }

    [Fact]
    public async Task The_span_holds_both_its_ends()
    {
        await using var bench = await StartAsync();

        Assert.Equal("n=2", Text(await QueriedAsync(bench, "stats count(*) as n", from: 10, to: 70)));
        Assert.Equal("n=6", Text(await QueriedAsync(bench, "stats count(*) as n", to: 140)));
    }

    [Fact]
    public async Task Many_lines_are_read_once_each()
    {
        await using var bench = await StartAsync();
        for (var batch = 0; batch < 5; batch++)
        {
            await bench.PutLinesAsync("s", [.. Enumerable.Range(0, 9_000).Select(i => (200 + (batch % 2 * 0.001) + (i / 100 * 0.001), "{\"n\":1}"))]);
        }

        var answer = await QueriedAsync(bench, "stats sum(n) as n");

        Assert.Equal("n=45000", Text(answer));
        Assert.Equal(45_006d, (double)answer["statistics"]!["recordsScanned"]!);
    }

    [Fact]
    public async Task Results_come_in_pages_where_that_is_asked_for()
    {
        await using var bench = await StartAsync();
        var id = await IdAsync(bench, "fields key | filter ispresent(key)");
        List<string> seen = [];
        string? token = null;
        do
        {
            var page = await ResultsAsync(bench, new { queryId = id, maxItems = 2, nextToken = token });
            seen.Add(Text(page));
            token = (string?)page["nextToken"];
        }
        while (token is not null);

        Assert.Equal(["key=c; key=b", "key=b; key=a", "key=a"], seen);
    }

    [Fact]
    public async Task Queries_are_listed_newest_first()
    {
        await using var bench = await StartAsync();
        var id = await IdAsync(bench, "limit 1");
        await ResultsAsync(bench, new { queryId = id });

        var listed = Assert.Single((await bench.LogsAsync("DescribeQueries", new { logGroupName = "g", status = "Complete" }))["queries"]!.AsArray())!;

        Assert.Equal((id, "limit 1", "g"), ((string?)listed["queryId"], (string?)listed["queryString"], (string?)listed["logGroupName"]));
        Assert.Empty((await bench.LogsAsync("DescribeQueries", new { status = "Cancelled" }))["queries"]!.AsArray());
        await bench.LogsRefusedAsync("StopQuery", new { queryId = id }, "InvalidParameterException", "The specified query is not running.");
        await bench.LogsRefusedAsync("GetQueryResults", new { queryId = "nothing" }, "ResourceNotFoundException", "The specified query does not exist.");
    }

    [Theory]
    [InlineData("felds key", "unexpected symbol found f at line 1 and position 1")]
    [InlineData("fields key | filter (status = 200", "unexpected end of query")]
    [InlineData("filter count(*) > 1", "the function count is one of stats")]
    [InlineData("fields what(key)", "unknown function what with 1 arguments")]
    [InlineData("parse @message \"* *\" as a", "parse has 2 wildcards and 1 names")]
    [InlineData("fields key | filter status like /(/", "invalid regular expression /(/")]
    public async Task A_query_that_makes_no_sense_is_refused(string query, string message)
    {
        await using var bench = await StartAsync();

        await bench.LogsRefusedAsync("StartQuery", new { logGroupName = "g", startTime = 0, endTime = 4_000_000_000, queryString = query }, "MalformedQueryException", message);
    }

    [Theory]
    [InlineData("abs(", 2_000)]
    [InlineData("-", 9_000)]
    [InlineData("not ", 2_400)]
    [InlineData("(", 9_000)]
    [InlineData("1+", 4_500)]
    [InlineData("2^", 4_500)]
    public async Task A_bottomless_query_is_refused(string part, int times)
    {
        await using var bench = await StartAsync();
        var query = $"filter {string.Concat(Enumerable.Repeat(part, times))}1";

        await bench.LogsRefusedAsync("StartQuery", new { logGroupName = "g", startTime = 0, endTime = 1, queryString = query }, "MalformedQueryException", "the query has too many terms");
    }

    [Fact]
    public async Task Groups_that_are_not_there_are_refused()
    {
        await using var bench = await StartAsync();

        await bench.LogsRefusedAsync("StartQuery", new { logGroupNames = new[] { "g", "none" }, startTime = 0, endTime = 1, queryString = "limit 1" }, "ResourceNotFoundException", "Log group 'none' does not exist for account ID '123456789012'");
        await bench.LogsRefusedAsync("StartQuery", new { startTime = 0, endTime = 1, queryString = "limit 1" }, "InvalidParameterException", "Exactly one of logGroupName, logGroupNames and logGroupIdentifiers must be specified.");
    }

    private static async Task<Bench> StartAsync()
    {
        var bench = await Bench.StartAsync(new() { TimeProvider = new FakeTimeProvider(Watch.Noon.AddHours(1)) });
        await bench.StreamAsync();
        await bench.PutLinesAsync("s", Lines);
        return bench;
    }

    private static async Task<JsonNode> QueriedAsync(Bench bench, string query, double from = 0, double to = 3_600) =>
        await ResultsAsync(bench, new { queryId = await IdAsync(bench, query, from, to) });

    private static async Task<string> IdAsync(Bench bench, string query, double from = 0, double to = 3_600) =>
        (string)(await bench.LogsAsync("StartQuery", new { logGroupName = "g", startTime = Logging.At(from) / 1_000, endTime = Logging.At(to) / 1_000, queryString = query }))["queryId"]!;

    /// <summary>Asks until it is complete, as clients do.</summary>
    private static async Task<JsonNode> ResultsAsync(Bench bench, object body)
    {
        for (var i = 0; ; i++)
        {
            var answer = await bench.LogsAsync("GetQueryResults", body);
            if ((string?)answer["status"] is "Complete")
            {
                return answer;
            }

            Assert.True(i < 50_000 && (string?)answer["status"] is "Running", answer.ToJsonString());
            await Task.Yield();
        }
    }

    private static string Text(JsonNode answer) => string.Join("; ", answer["results"]!.AsArray().Select(row =>
        string.Join(' ', row!.AsArray().Where(field => (string?)field!["field"] is not "@ptr").Select(field => $"{field!["field"]}={field["value"]}"))));
}
