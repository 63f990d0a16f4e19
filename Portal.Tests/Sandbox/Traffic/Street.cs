using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Portal.Tests.Sandbox.CloudWatch;

namespace Portal.Tests.Sandbox.Traffic;

/// <summary>A sandbox with an API of two stages that log, of which one route is open and the others want a key.</summary>
internal sealed class Street : IAsyncDisposable
{
    public const string Format = """{"id":"$context.requestId","t":"$context.requestTimeEpoch","key":"$context.identity.apiKeyId","m":"$context.httpMethod","r":"$context.resourcePath","s":"$context.status","lat":"$context.responseLatency","ilat":"$context.integrationLatency","err":"$context.error.responseType","canary":"$context.isCanaryRequest","dep":"$context.deploymentId","stage":"$context.stage"}""";

    private Street(Bench bench, string api) => (Bench, Api) = (bench, api);

    public Bench Bench { get; }

    public string Api { get; }

    public static async Task<Street> StartAsync(TimeProvider? clock = null)
    {
        var bench = await Bench.StartAsync(new() { TimeProvider = clock ?? new FakeTimeProvider(Watch.Noon) });
        var keyed = """ "security": [{"key": []}] """;
        var api = await bench.DeployedAsync(Given.Document($$"""
            {"/pets": {"get": {{Given.Mock("[]", keyed)}}, "post": {{Given.Mock("{}", keyed)}} }, "/pets/{id}": {"get": {{Given.Mock("{}", keyed)}} }, "/open": {"get": {{Given.Mock("{}")}} } }
            """, """ "components": {"securitySchemes": {"key": {"type": "apiKey", "name": "x-api-key", "in": "header"} } } """), new { stageName = "dev" });
        await bench.DeployAsync(api, new { stageName = "prod" });
        await bench.NamedAsync("logs", "CreateLogGroup", new { logGroupName = "calls" });
        foreach (var stage in new[] { "dev", "prod" })
        {
            await bench.DoneAsync(HttpMethod.Patch, $"/restapis/{api}/stages/{stage}", new
            {
                patchOperations = new object[]
                {
                    new { op = "replace", path = "/accessLogSettings/destinationArn", value = "arn:aws:logs:eu-central-1:123456789012:log-group:calls" },
                    new { op = "replace", path = "/accessLogSettings/format", value = Format },
                    new { op = "replace", path = "/*/*/metrics/enabled", value = stage is "prod" ? "true" : "false" },
                },
            });
        }

        return new(bench, api);
    }

    public async Task<JsonNode> OrderAsync(object order)
    {
        var (status, body) = await TryOrderAsync(order);
        Assert.True(status is HttpStatusCode.OK, body);
        return JsonNode.Parse(body)!;
    }

    public async Task<(HttpStatusCode Status, string Body)> TryOrderAsync(object? order, HttpMethod? verb = null)
    {
        using HttpRequestMessage request = new(verb ?? HttpMethod.Post, "/_sandbox/traffic");
        if (order is not null)
        {
            request.Content = new StringContent(order as string ?? JsonSerializer.Serialize(order), Encoding.UTF8, "application/json");
        }

        var (status, body, _) = await Bench.SendAsync(request);
        return (status, body);
    }

    /// <summary>All lines of a stage's log.</summary>
    public async Task<IReadOnlyList<JsonNode>> LinesAsync(string stage)
    {
        List<JsonNode> lines = [];
        string? token = null;
        do
        {
            var page = await Bench.NamedAsync("logs", "FilterLogEvents", new { logGroupName = "calls", filterPattern = $"{{ $.stage = {stage} }}", nextToken = token });
            lines.AddRange(page["events"]!.AsArray().Select(line => JsonNode.Parse((string)line!["message"]!)!));
            token = (string?)page["nextToken"];
        }
        while (token is not null);
        return lines;
    }

    /// <summary>A statistic of a stage over its last days, in one number.</summary>
    public async Task<double> MetricAsync(string stage, string name, string stat, int days = 14, params (string, string)[] more)
    {
        var answer = await Bench.DataAsync(Watch.Noon.AddDays(-days), Watch.Noon.AddMinutes(1), [Watch.Query("q", name, stat, days * 86_400 + 60, "AWS/ApiGateway", [("ApiName", "pets"), ("Stage", stage), .. more])]);
        return Watch.Values(answer["MetricDataResults"]![0]!).SingleOrDefault();
    }

    /// <summary>What GetUsage tells of the last days, by key.</summary>
    public async Task<IReadOnlyDictionary<string, long>> UsageAsync()
    {
        var plan = (await Bench.DoneAsync(HttpMethod.Get, "/usageplans"))["item"]!.AsArray().Single()!["id"]!;
        var usage = await Bench.DoneAsync(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"/usageplans/{plan}/usage?startDate={Watch.Noon.AddDays(-14):yyyy-MM-dd}&endDate={Watch.Noon:yyyy-MM-dd}&limit=500"));
        return usage["values"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.AsArray().Sum(day => (long)day![0]!));
    }

    public ValueTask DisposeAsync() => Bench.DisposeAsync();
}
