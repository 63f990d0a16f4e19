using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Portal.Tests.Sandbox.CloudWatch;
using Portal.Tests.Sandbox.Logs;

namespace Portal.Tests.Sandbox.Execution.HttpApis;

public sealed class HttpStagesTests
{
    private readonly FakeTimeProvider _clock = new(Watch.Noon);

    [Theory]
    [InlineData("/pets", "GET", "/static")]
    [InlineData("/pets/", "GET", "/static")]
    [InlineData("/pets", "POST", "/any")]
    [InlineData("/pets/7", "GET", "/variable/7")]
    [InlineData("/pets/7/toys/1", "GET", "/greedy/7/toys/1")]
    [InlineData("/pets/a%2Fb", "GET", "/variable/a%2Fb")]
    [InlineData("/other", "DELETE", "/default")]
    [InlineData("/", "GET", "/default")]
    public async Task The_route_that_fits_most_closely_serves(string path, string verb, string backend)
    {
        await using var behind = await Backend.StartAsync();
        await using var desk = await HttpDesk.OpenAsync();
        await desk.RouteAsync("$default", $"{behind.Url}/default");
        await desk.RouteAsync("ANY /pets/{proxy+}", $"{behind.Url}/greedy/{{proxy}}");
        await desk.RouteAsync("GET /pets/{id}", $"{behind.Url}/variable/{{id}}");
        await desk.RouteAsync("ANY /pets", $"{behind.Url}/any");
        await desk.RouteAsync("GET /pets", $"{behind.Url}/static");

        var (status, body, response) = await desk.SendAsync(path, new(verb));

        Assert.Equal((HttpStatusCode.OK, backend, verb), (status, Uri.EscapeDataString($"{JsonNode.Parse(body)!["path"]}").Replace("%2F", "/", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal), $"{JsonNode.Parse(body)!["method"]}"));
        Assert.True(response.Headers.Contains("apigw-requestid"));
    }

    [Fact]
    public async Task What_is_no_route_is_not_found()
    {
        await using var desk = await HttpDesk.OpenAsync();

        Assert.Equal((HttpStatusCode.NotFound, """{"message":"Not Found"}"""), await desk.SendAsync("/nowhere") is var (status, body, _) ? (status, body) : default);
    }

    [Fact]
    public async Task A_named_stage_is_called_by_its_name_on_either_address()
    {
        await using var behind = await Backend.StartAsync();
        await using var desk = await HttpDesk.OpenAsync(stage: new { stageName = "dev", autoDeploy = true, stageVariables = new { v = "1" } });
        await desk.RouteAsync("GET /pets", $"{behind.Url}/${{stageVariables.v}}");

        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync("/dev/pets")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.SendAsync("/pets")).Status);
        using HttpRequestMessage request = new(HttpMethod.Get, $"/apis/{desk.Id}/dev/_user_request_/pets?q=1");
        var (status, body, _) = await desk.Bench.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, "/1", "?q=1"), (status, $"{JsonNode.Parse(body)!["path"]}", $"{JsonNode.Parse(body)!["query"]}"));
    }

    [Fact]
    public async Task Parameters_are_mapped_both_ways()
    {
        await using var behind = await Backend.StartAsync();
        await using var desk = await HttpDesk.OpenAsync();
        await desk.RouteAsync("POST /pets/{id}", $"{behind.Url}/status/404", new
        {
            requestParameters = new Dictionary<string, string>
            {
                ["append:header.x-id"] = "$request.path.id",
                ["overwrite:header.x-who"] = "${request.header.x-who}/${context.stage}",
                ["remove:header.x-secret"] = "''",
                ["append:querystring.q"] = "$request.body.name",
                ["remove:querystring.gone"] = "''",
                ["overwrite:path"] = "/status/404",
            },
            responseParameters = new Dictionary<string, object> { ["404"] = new Dictionary<string, string> { ["overwrite:statuscode"] = "410", ["append:header.x-was"] = "$response.header.x-backend", ["remove:header.x-backend"] = "''" } },
        });

        var (status, body, response) = await desk.SendAsync("/pets/7?q=1&gone=1", HttpMethod.Post, request =>
        {
            request.Headers.Add("x-who", "me");
            request.Headers.Add("x-secret", "s");
            request.Content = new StringContent("""{"name": "Rex"}""", null, "application/json");
        });

        var sent = JsonNode.Parse(body)!;
        Assert.Equal((410, "?q=1&q=Rex", "7", "me/$default", null, """{"name": "Rex"}"""), ((int)status, $"{sent["query"]}", $"{sent["headers"]!["x-id"]}", $"{sent["headers"]!["x-who"]}", (string?)sent["headers"]!["x-secret"], $"{sent["body"]}"));
        Assert.Equal("yes", response.Headers.GetValues("x-was").Single());
        Assert.False(response.Headers.Contains("X-Backend"));
    }

    [Fact]
    public async Task Preflights_are_answered_and_other_answers_allow_their_origin()
    {
        await using var behind = await Backend.StartAsync();
        await using var desk = await HttpDesk.OpenAsync(cors: new { allowOrigins = new[] { "https://app.example" }, allowMethods = new[] { "GET", "POST" }, allowHeaders = new[] { "x-a" }, allowCredentials = true, maxAge = 60, exposeHeaders = new[] { "x-b" } });
        await desk.RouteAsync("$default", $"{behind.Url}/");

        static void From(HttpRequestMessage request, string origin, bool preflight)
        {
            request.Headers.Add("Origin", origin);
            if (preflight)
            {
                request.Headers.Add("Access-Control-Request-Method", "POST");
            }
        }

        static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? string.Join('|', values) : null;
        var (status, _, preflight) = await desk.SendAsync("/pets", HttpMethod.Options, request => From(request, "https://app.example", true));
        Assert.Equal((HttpStatusCode.NoContent, "https://app.example", "GET,POST", "x-a", "60", "true"), (status, Header(preflight, "Access-Control-Allow-Origin"), Header(preflight, "Access-Control-Allow-Methods"), Header(preflight, "Access-Control-Allow-Headers"), Header(preflight, "Access-Control-Max-Age"), Header(preflight, "Access-Control-Allow-Credentials")));
        var (_, _, stranger) = await desk.SendAsync("/pets", HttpMethod.Options, request => From(request, "https://other.example", true));
        Assert.Null(Header(stranger, "Access-Control-Allow-Origin"));
        var (_, _, plain) = await desk.SendAsync("/pets", with: request => From(request, "https://app.example", false));
        Assert.Equal(("https://app.example", "x-b"), (Header(plain, "Access-Control-Allow-Origin"), Header(plain, "Access-Control-Expose-Headers")));
        var (missing, _, _) = await desk.SendAsync("/pets", HttpMethod.Options);
        Assert.Equal(HttpStatusCode.OK, missing);
    }

    [Fact]
    public async Task A_route_has_a_limit_of_its_own()
    {
        await using var behind = await Backend.StartAsync();
        await using var desk = await HttpDesk.OpenAsync(new() { TimeProvider = _clock });
        await desk.RouteAsync("GET /a", $"{behind.Url}/");
        await desk.RouteAsync("GET /b", $"{behind.Url}/");
        await desk.Bench.DoneAsync(HttpMethod.Patch, $"/v2/apis/{desk.Id}/stages/$default", new
        {
            defaultRouteSettings = new { throttlingRateLimit = 100, throttlingBurstLimit = 100 },
            routeSettings = new Dictionary<string, object> { ["GET /a"] = new { throttlingRateLimit = 1, throttlingBurstLimit = 2 } },
        });

        async Task<string> CallAsync(string path, int times) => string.Join(' ', (await Task.WhenAll(Enumerable.Range(0, times).Select(async _ => (int)(await desk.SendAsync(path)).Status))).Order());
        Assert.Equal("200 200 429 429", await CallAsync("/a", 4));
        Assert.Equal("200 200 200 200", await CallAsync("/b", 4));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("200 429", await CallAsync("/a", 2));
        Assert.Equal("""{"message":"Too Many Requests"}""", (await desk.SendAsync("/a")).Body);
    }

    [Theory]
    [InlineData("/never")]
    [InlineData("dead")]
    public async Task A_backend_that_does_not_answer_is_a_503(string how)
    {
        await using var behind = await Backend.StartAsync();
        await using var desk = await HttpDesk.OpenAsync();
        await desk.RouteAsync("GET /a", how is "dead" ? "http://127.0.0.1:1/" : $"{behind.Url}{how}", new { timeoutInMillis = 50 });

        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"message":"Service Unavailable"}"""), await desk.SendAsync("/a") is var (status, body, _) ? (status, body) : default);
    }

    [Fact]
    public async Task Calls_are_counted_and_logged_under_their_own_names()
    {
        await using var behind = await Backend.StartAsync(_clock);
        await using var desk = await HttpDesk.OpenAsync(new() { TimeProvider = _clock });
        await desk.Bench.LogsAsync("CreateLogGroup", new { logGroupName = "g" });
        await desk.RouteAsync("GET /status/{code}", $"{behind.Url}/status/{{code}}");
        await desk.Bench.DoneAsync(HttpMethod.Patch, $"/v2/apis/{desk.Id}/stages/$default", new
        {
            accessLogSettings = new { destinationArn = "arn:aws:logs:eu-central-1:123456789012:log-group:g", format = """{"id":"$context.requestId","s":"$context.status","r":"$context.routeKey","l":"$context.responseLatency","i":"$context.integration.status","p":"$context.path","e":"$context.error.message","d":"$context.dataProcessed"}""" },
            defaultRouteSettings = new { detailedMetricsEnabled = true },
        });
        foreach (var path in new[] { "/status/200?takes=25", "/status/404", "/status/503", "/nowhere" })
        {
            await desk.SendAsync(path);
        }

        (string, string)[] stage = [("ApiId", desk.Id), ("Stage", "$default")];
        await desk.Bench.CountedAsync(4, stage);
        Task<double> One(string name, string stat, params (string, string)[] more) => desk.Bench.ValueAsync(name, stat, "AWS/ApiGateway", [.. stage, .. more]);
        Assert.Equal((4, 2, 1, 25, 3), (await One("Count", "Sum"), await One("4xx", "Sum"), await One("5xx", "Sum"), await One("Latency", "Maximum"), await One("IntegrationLatency", "SampleCount")));
        Assert.Equal(3, await One("Count", "Sum", ("Method", "GET"), ("Resource", "/status/{code}")));
        Assert.True(await One("DataProcessed", "Sum") > 100);
        await desk.Bench.Server.FlushAsync();
        var lines = (await desk.Bench.LogsAsync("FilterLogEvents", new { logGroupName = "g" }))["events"]!.AsArray().Select(line => JsonNode.Parse($"{line!["message"]}")!);
        Assert.Equal(["200 GET /status/{code} 25 200 /status/200 -", "404 - 0 - /nowhere Not Found", "404 GET /status/{code} 0 404 /status/404 -", "503 GET /status/{code} 0 503 /status/503 -"], lines.Select(line => $"{line["s"]} {line["r"]} {line["l"]} {line["i"]} {line["p"]} {line["e"]}").Order(StringComparer.Ordinal));
    }
}
