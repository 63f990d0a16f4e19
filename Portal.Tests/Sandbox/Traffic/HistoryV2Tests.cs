using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Portal.Sandbox;
using Portal.Tests.Sandbox.CloudWatch;
using Portal.Tests.Sandbox.Execution.HttpApis;
using Portal.Tests.Sandbox.Execution.WebSockets;

namespace Portal.Tests.Sandbox.Traffic;

/// <summary>Calls of HTTP APIs and connections to WebSocket APIs that nobody made.</summary>
public sealed class HistoryV2Tests
{
    private const string Group = "arn:aws:logs:eu-central-1:123456789012:log-group:calls";

    [Fact]
    public async Task Metrics_and_lines_of_an_HTTP_API_tell_the_same_calls()
    {
        await using var desk = await HttpDesk.OpenAsync(Options());
        await desk.RouteAsync("GET /pets/{id}", "http://127.0.0.1:9/pets");
        await desk.RouteAsync("$default", "http://127.0.0.1:9/all");
        await LogAsync(desk.Bench, desk.Id, "$default", """{"id":"$context.requestId","r":"$context.routeKey","m":"$context.httpMethod","s":"$context.status","lat":"$context.responseLatency","ilat":"$context.integrationLatency","err":"$context.error.responseType"}""");

        var told = Assert.Single((await OrderAsync(desk.Bench, new { days = 2, callsPerDay = 1_500, seed = 7 }))["stages"]!.AsArray())!;

        var lines = await LinesAsync(desk.Bench);
        Assert.InRange(lines.Count, 1_000, 6_000);
        Assert.Equal((lines.Count, lines.Count), ((long)told["calls"]!, (long)told["lines"]!));
        Assert.Equal(lines.Count, await MetricAsync(desk.Bench, desk.Id, "$default", "Count", "Sum"));
        Assert.Equal(lines.Count(line => Number(line, "s") is >= 400 and < 500), await MetricAsync(desk.Bench, desk.Id, "$default", "4xx", "Sum"));
        Assert.Equal(lines.Count(line => Number(line, "s") >= 500), await MetricAsync(desk.Bench, desk.Id, "$default", "5xx", "Sum"));
        Assert.Equal(lines.Sum(line => Number(line, "lat")), await MetricAsync(desk.Bench, desk.Id, "$default", "Latency", "Sum"));
        Assert.Equal(lines.Count(line => (string?)line["ilat"] is not "-"), await MetricAsync(desk.Bench, desk.Id, "$default", "IntegrationLatency", "SampleCount"));
        Assert.True(await MetricAsync(desk.Bench, desk.Id, "$default", "DataProcessed", "Sum") > 0);
        Assert.Contains(lines, line => ((string?)line["r"], (string?)line["m"], (string?)line["s"]) is ("GET /pets/{id}", "GET", "200"));
        Assert.Contains(lines, line => ((string?)line["r"], (string?)line["s"]) is ("-", "404"));
    }

    [Fact]
    public async Task Metrics_and_lines_and_usage_of_a_WebSocket_API_tell_the_same_connections_and_messages()
    {
        await using var desk = await KeyedAsync();

        var report = await OrderAsync(desk.Bench, new { days = 2, callsPerDay = 3_000, consumers = 4, seed = 7 });

        var told = Assert.Single(report["stages"]!.AsArray())!;
        Assert.Equal(4, report["keysMade"]!.AsArray().Count);
        var lines = await LinesAsync(desk.Bench);
        var (connected, said) = (Of(lines, "CONNECT"), Of(lines, "MESSAGE"));
        Assert.InRange(said.Count, 1_500, 12_000);
        Assert.Equal((connected.Count + said.Count, lines.Count), ((long)told["calls"]!, (long)told["lines"]!));
        Assert.Equal(connected.Count, await MetricAsync(desk.Bench, desk.Id, "dev", "ConnectCount", "Sum"));
        Assert.Equal(said.Count, await MetricAsync(desk.Bench, desk.Id, "dev", "MessageCount", "Sum"));
        Assert.Equal(lines.Count(line => Number(line, "s") is >= 400 and < 500), await MetricAsync(desk.Bench, desk.Id, "dev", "ClientError", "Sum"));
        Assert.Equal(lines.Count(line => Number(line, "s") >= 500), await MetricAsync(desk.Bench, desk.Id, "dev", "IntegrationError", "Sum"));
        Assert.Equal(lines.Where(line => (string?)line["ilat"] is not "-").Sum(line => Number(line, "ilat")), await MetricAsync(desk.Bench, desk.Id, "dev", "IntegrationLatency", "Sum"));
        Assert.Equal(["$default", "ask"], said.Select(line => (string)line["r"]!).Distinct().Order());

        // Nobody says anything over a connection that was not opened, nor before it is.
        var opened = connected.Where(line => (string?)line["s"] is "101").ToDictionary(line => (string)line["c"]!, line => Number(line, "t"));
        Assert.All(said, line => Assert.True(Number(line, "t") >= opened[(string)line["c"]!]));

        var keyed = connected.Where(line => (string?)line["key"] is not "-" && (string?)line["s"] is not "429").GroupBy(line => (string)line["key"]!).ToDictionary(key => key.Key, key => key.LongCount());
        Assert.Equal(4, keyed.Count);
        Assert.Equal(keyed.OrderBy(pair => pair.Key), (await UsageAsync(desk.Bench)).OrderBy(pair => pair.Key));
        Assert.Equal(keyed.Values.Sum(), (long)told["counted"]!);
    }

    [Fact]
    public async Task Live_connections_are_opened_and_talked_over()
    {
        await using var desk = await KeyedAsync();

        await OrderAsync(desk.Bench, new { consumers = 1, live = new { rate = 50, seconds = 1 } });
        JsonNode live;
        do
        {
            live = (await desk.Bench.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/_sandbox/traffic"))).Body is var body ? JsonNode.Parse(body)!["live"]! : null!;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }
        while ((bool)live["runs"]!);

        Assert.InRange((long)live["calls"]!, 1, 51);
        Assert.Equal(0, (long)live["errors"]!);
        Assert.Equal((double)live["calls"]!, await MetricAsync(desk.Bench, desk.Id, "dev", "ConnectCount", "Sum"));
        Assert.True(await MetricAsync(desk.Bench, desk.Id, "dev", "MessageCount", "Sum") >= (double)live["calls"]!);
        Assert.Equal(0, await MetricAsync(desk.Bench, desk.Id, "dev", "ClientError", "Sum"));
    }

    private static async Task<SocketDesk> KeyedAsync()
    {
        var desk = await SocketDesk.OpenAsync(Options(), ("$disconnect", null, false), ("$default", null, false), ("ask", null, false));
        await desk.RouteAsync("$connect", new { integrationType = "MOCK", requestTemplates = new Dictionary<string, string> { ["$default"] = "{\"statusCode\": 200}" }, templateSelectionExpression = "\\$default" }, answers: false, new { apiKeyRequired = true });
        var deployment = await desk.Bench.DoneAsync(HttpMethod.Post, $"/v2/apis/{desk.Id}/deployments", new { });
        await desk.Bench.DoneAsync(HttpMethod.Patch, $"/v2/apis/{desk.Id}/stages/dev", new { deploymentId = $"{deployment["deploymentId"]}" });
        await LogAsync(desk.Bench, desk.Id, "dev", """{"id":"$context.requestId","t":"$context.requestTimeEpoch","e":"$context.eventType","c":"$context.connectionId","key":"$context.identity.apiKeyId","r":"$context.routeKey","s":"$context.status","ilat":"$context.integrationLatency"}""");

        return desk;
    }

    private static SandboxOptions Options() => new() { TimeProvider = new FakeTimeProvider(Watch.Noon) };

    private static async Task LogAsync(Bench bench, string api, string stage, string format)
    {
        await bench.NamedAsync("logs", "CreateLogGroup", new { logGroupName = "calls" });
        await bench.DoneAsync(HttpMethod.Patch, $"/v2/apis/{api}/stages/{stage}", new { accessLogSettings = new { destinationArn = Group, format } });
    }

    private static async Task<JsonNode> OrderAsync(Bench bench, object order)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/_sandbox/traffic") { Content = new StringContent(JsonSerializer.Serialize(order), Encoding.UTF8, "application/json") };
        var (status, body, _) = await bench.SendAsync(request);
        Assert.True(status is HttpStatusCode.OK, body);

        return JsonNode.Parse(body)!;
    }

    private static async Task<IReadOnlyList<JsonNode>> LinesAsync(Bench bench)
    {
        List<JsonNode> lines = [];
        string? token = null;
        do
        {
            var page = await bench.NamedAsync("logs", "FilterLogEvents", new { logGroupName = "calls", nextToken = token });
            lines.AddRange(page["events"]!.AsArray().Select(line => JsonNode.Parse((string)line!["message"]!)!));
            token = (string?)page["nextToken"];
        }
        while (token is not null);
        return lines;
    }

    private static List<JsonNode> Of(IReadOnlyList<JsonNode> lines, string happened) => [.. lines.Where(line => (string?)line["e"] == happened)];

    private static async Task<double> MetricAsync(Bench bench, string api, string stage, string name, string stat)
    {
        var answer = await bench.DataAsync(Watch.Noon.AddDays(-14), Watch.Noon.AddMinutes(1), [Watch.Query("q", name, stat, 14 * 86_400 + 60, "AWS/ApiGateway", ("ApiId", api), ("Stage", stage))]);
        return Watch.Values(answer["MetricDataResults"]![0]!).SingleOrDefault();
    }

    private static async Task<IReadOnlyDictionary<string, long>> UsageAsync(Bench bench)
    {
        var plan = (await bench.DoneAsync(HttpMethod.Get, "/usageplans"))["item"]!.AsArray().Single()!["id"]!;
        var usage = await bench.DoneAsync(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"/usageplans/{plan}/usage?startDate={Watch.Noon.AddDays(-14):yyyy-MM-dd}&endDate={Watch.Noon:yyyy-MM-dd}&limit=500"));
        return usage["values"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.AsArray().Sum(day => (long)day![0]!));
    }

    private static double Number(JsonNode line, string name) => double.Parse((string)line[name]!, CultureInfo.InvariantCulture);
}
