using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Portal.Sandbox;
using Portal.Tests.Sandbox.CloudWatch;
using Portal.Tests.Sandbox.Logs;

namespace Portal.Tests.Sandbox.Execution;

public sealed class AccessLogTests : IDisposable
{
    private const string Arn = "arn:aws:logs:eu-central-1:123456789012:log-group:g";
    private const string Json = """{"id":"$context.requestId","s":"$context.status","t":"$context.requestTimeEpoch","lat":"$context.responseLatency","ilat":"$context.integrationLatency","is":"$context.integration.status","r":"$context.resourcePath","m":"$context.httpMethod","p":"$context.path","len":"$context.responseLength","ua":"$context.identity.userAgent","key":"$context.identity.apiKeyId","stage":"$context.stage","api":"$context.apiId","err":"$context.error.responseType","msg":"$context.error.message","ip":"$context.identity.sourceIp","proto":"$context.protocol"}""";

    private static readonly (string, string)[] Api = [("ApiName", "pets")];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sandbox-");
    private readonly FakeTimeProvider _clock = new(Watch.Noon);

    private SandboxOptions Kept => new() { DataFolder = _folder.FullName, TimeProvider = _clock };

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_call_leaves_a_line_that_says_what_it_was()
    {
        await using var backend = await Backend.StartAsync(_clock);
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });
        var id = await LoggedAsync(bench, Given.Document($$"""{"/pets/{id}": {"get": {{Given.Proxy($"{backend.Url}/status/404")}} } }"""), Json);

        var (_, body, response) = await bench.InvokeAsync(id, "/pets/7?takes=25", with: request => request.Headers.TryAddWithoutValidation("User-Agent", "a \"b\" \\c"));
        await bench.CountedAsync(1, Api);
        await bench.InvokeAsync(id, "/nowhere");
        var lines = await LinesAsync(bench, 2);

        var line = JsonNode.Parse(lines[0])!;
        Assert.Equal(response.Headers.GetValues("x-amzn-RequestId").Single(), (string?)line["id"]);
        Assert.Equal($"404 {Logging.At(0)} 25 25 404 /pets/{{id}} GET /dev/pets/7 {body.Length}", $"{line["s"]} {line["t"]} {line["lat"]} {line["ilat"]} {line["is"]} {line["r"]} {line["m"]} {line["p"]} {line["len"]}");
        Assert.Equal($"a \"b\" \\c|-|dev|{id}|-|-|127.0.0.1|HTTP/1.1", $"{line["ua"]}|{line["key"]}|{line["stage"]}|{line["api"]}|{line["err"]}|{line["msg"]}|{line["ip"]}|{line["proto"]}");
        line = JsonNode.Parse(lines[1])!;
        Assert.Equal("403 0 - - - GET /dev/nowhere 42 MISSING_AUTHENTICATION_TOKEN Missing Authentication Token", $"{line["s"]} {line["lat"]} {line["ilat"]} {line["is"]} {line["r"]} {line["m"]} {line["p"]} {line["len"]} {line["err"]} {line["msg"]}");
    }

    [Fact]
    public async Task Lines_metrics_and_calls_agree()
    {
        await using var backend = await Backend.StartAsync(_clock);
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });
        var id = await LoggedAsync(bench, Given.Document($$"""
            {"/status/{code}": {"get": {{Given.Proxy($"{backend.Url}/status/{{code}}", mappings: """{"integration.request.path.code": "method.request.path.code"}""", parameters: """[{"name": "code", "in": "path", "required": true}]""")}} } }
            """), Json);
        foreach (var i in Enumerable.Range(0, 120))
        {
            await bench.InvokeAsync(id, $"/status/{(i % 3) switch { 0 => 200, 1 => 429, _ => 500 }}?takes={i + 1}");
            await bench.CountedAsync(i + 1, Api);
        }

        await LinesAsync(bench, 120);

        Assert.Equal(40, (await bench.FilteredAsync("{ $.s = 429 }")).Split(' ').Count(part => part.StartsWith("{\"id\"", StringComparison.Ordinal)));
        Assert.Equal(20, Lines(await bench.FilteredAsync("{ $.s = 429 && $.lat > 60 }")).Length);
        (string, string)[] stage = [("ApiName", "pets"), ("Stage", "dev")];
        Assert.Equal((120, 40, 40, 108), (
            await bench.ValueAsync("Count", "Sum", "AWS/ApiGateway", stage),
            await bench.ValueAsync("4XXError", "Sum", "AWS/ApiGateway", stage),
            await bench.ValueAsync("5XXError", "Sum", "AWS/ApiGateway", stage),
            await bench.ValueAsync("Latency", "p90", "AWS/ApiGateway", stage)));
    }

    [Fact]
    public async Task Lines_tell_callers_apart_by_the_id_of_their_key()
    {
        await using var shop = await Shop.OpenAsync(quota: new { limit = 3, period = "DAY" });
        var (first, second) = (await shop.KeyAsync(), await shop.KeyAsync());
        await shop.Bench.LogsAsync("CreateLogGroup", new { logGroupName = "g" });
        await shop.PatchAsync($"/restapis/{shop.Api}/stages/dev", ("/accessLogSettings/destinationArn", Arn), ("/accessLogSettings/format", "$context.requestId $context.identity.apiKeyId $context.status $context.error.responseType"));

        foreach (var key in new[] { first.Value, first.Value, second.Value, first.Value, first.Value, null, second.Value })
        {
            await shop.GetAsync("/a", key);
        }

        var lines = await LinesAsync(shop.Bench, 7);
        Assert.Equal(
            new[] { $"{first.Id} 200 -", $"{first.Id} 200 -", $"{second.Id} 200 -", $"{first.Id} 200 -", $"{first.Id} 429 QUOTA_EXCEEDED", "- 403 INVALID_API_KEY", $"{second.Id} 200 -" }.Order(StringComparer.Ordinal),
            lines.Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""$context.identity.sourceIp - - [$context.requestTime] "$context.httpMethod $context.resourcePath $context.protocol" $context.status $context.requestId""", """127\.0\.0\.1 - - \[02/Mar/2026:12:00:00 \+0000\] "GET /pets HTTP/1\.1" 200 [\w-]{36}""")]
    [InlineData("$context.requestId,$context.status,$context.identity.userAgent,$context.authorizer.principalId", "[\\w-]{36},200,<&>  next,-")]
    [InlineData("<r id=\"$context.extendedRequestId\"><ua>$context.identity.userAgent</ua></r>", "<r id=\"[^\"]+\"><ua>&lt;&amp;&gt;  next</ua></r>")]
    public async Task Any_format_gives_one_line(string format, string pattern)
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });
        var id = await LoggedAsync(bench, Given.MockDocument(), format);

        await bench.InvokeAsync(id, "/pets", with: request => request.Headers.TryAddWithoutValidation("User-Agent", "<&> \t next"));

        Assert.Matches($@"\A{pattern}\z", (await LinesAsync(bench, 1))[0]);
    }

    [Fact]
    public async Task Without_its_group_or_without_a_log_nothing_is_written()
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });
        var id = await LoggedAsync(bench, Given.MockDocument(), "$context.requestId");
        await bench.LogsAsync("DeleteLogGroup", new { logGroupName = "g" });
        await bench.InvokeAsync(id, "/pets");
        await bench.CountedAsync(1, Api);
        await bench.Server.FlushAsync();
        await PatchAsync(bench, id, new { op = "remove", path = "/accessLogSettings" });
        await bench.LogsAsync("CreateLogGroup", new { logGroupName = "g" });
        await bench.InvokeAsync(id, "/pets");
        await bench.CountedAsync(2, Api);

        Assert.Equal("", await bench.FilteredAsync());
    }

    [Fact]
    public async Task Lines_are_there_after_a_restart()
    {
        await using (var bench = await Bench.StartAsync(Kept))
        {
            var id = await LoggedAsync(bench, Given.MockDocument(), "$context.requestId");
            await bench.InvokeAsync(id, "/pets");
        }

        await using var again = await Bench.StartAsync(Kept);

        Assert.Single(Lines(await again.FilteredAsync()));
    }

    private static async Task<string> LoggedAsync(Bench bench, string document, string format)
    {
        await bench.LogsAsync("CreateLogGroup", new { logGroupName = "g" });
        var id = await bench.DeployedAsync(document);
        await PatchAsync(bench, id, new { op = "replace", path = "/accessLogSettings/destinationArn", value = Arn }, new { op = "replace", path = "/accessLogSettings/format", value = format });
        return id;
    }

    private static async Task PatchAsync(Bench bench, string id, params object[] operations) =>
        await bench.DoneAsync(HttpMethod.Patch, $"/restapis/{id}/stages/dev", new { patchOperations = operations });

    /// <summary>A line is there when its call has ended, which its caller may learn a moment before.</summary>
    private static async Task<string[]> LinesAsync(Bench bench, int count)
    {
        for (var i = 0; ; i++)
        {
            var page = await bench.LogsAsync("FilterLogEvents", new { logGroupName = "g" });
            string[] lines = [.. page["events"]!.AsArray().Select(line => (string)line!["message"]!)];
            if (lines.Length == count)
            {
                return lines;
            }

            Assert.True(i < 20_000, $"{lines.Length} of {count} lines are there.");
            await Task.Yield();
        }
    }

    private static string[] Lines(string joined) => joined is "" ? [] : joined.Split(" {\"id\"");
}
