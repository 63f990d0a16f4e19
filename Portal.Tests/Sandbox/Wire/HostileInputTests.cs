using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Portal.Tests.Sandbox.Wire;

public sealed class HostileInputTests
{
    [Fact]
    public async Task An_unsigned_call_is_refused()
    {
        await using var bench = await Bench.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, "/restapis");

        var (status, body, _) = await bench.SendAsync(request);

        Assert.Equal((403, """{"message":"Missing Authentication Token"}"""), ((int)status, body));
    }

    [Fact]
    public async Task An_unknown_operation_is_never_an_empty_success()
    {
        await using var bench = await Bench.StartAsync();

        await bench.RefusedAsync(HttpMethod.Get, "/sdktypes", null, 404, "UnknownOperationException", "The sandbox does not know this operation of apigateway: GET /sdktypes");
    }

    [Fact]
    public async Task Regions_know_nothing_of_each_other()
    {
        await using var bench = await Bench.StartAsync();
        await bench.CallAsync(HttpMethod.Post, "/restapis", new { name = "x" }, region: "us-east-1");

        Assert.Empty((await bench.DoneAsync(HttpMethod.Get, "/restapis"))["item"]!.AsArray());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("\u0000")]
    [InlineData("""{"name": {"a": 1}}""")]
    [InlineData("""{"name": 7}""")]
    [InlineData("""{"name": "x", "tags": []}""")]
    [InlineData("""{"name": "x", "minimumCompressionSize": 1e999}""")]
    public async Task A_body_that_makes_no_sense_is_the_callers_fault(string body)
    {
        await using var bench = await Bench.StartAsync();

        var (status, answer, response) = await bench.CallAsync(HttpMethod.Post, "/restapis", body);

        Assert.Equal((400, "SerializationException"), ((int)status, response.Headers.GetValues("x-amzn-ErrorType").Single()));
        Assert.DoesNotContain("   at ", answer!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Random_calls_about_plans_and_keys_never_bring_it_down()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument());
        var plan = $"{(await bench.DoneAsync(HttpMethod.Post, "/usageplans", new { name = "x", quota = new { limit = 1, period = "DAY" }, apiStages = new[] { new { apiId = id, stage = "dev" } } }))["id"]}";
        var key = $"{(await bench.DoneAsync(HttpMethod.Post, "/apikeys", new { name = "x" }))["id"]}";
        string Patch(string op, string path, string value) => $$"""{"patchOperations":[{"op":"{{op}}","path":"{{path}}","value":{{value}} }]}""";
        await RandomCallsAsync(
            bench,
            ["usageplans", "usageplans", plan, "keys", key, "apikeys", "usage", "%2F", "nope"],
            [
                "", "{}", "[1]", """{"name":"y","throttle":{"rateLimit":1e999}}""", """{"name":"y","throttle":7}""", """{"name":"y","quota":{"limit":1e999,"period":"DAY"}}""",
                $$"""{"name":"y","apiStages":[null,{"apiId":"{{id}}","stage":"dev","throttle":{"//GET":null} }]}""", $$"""{"keyId":"{{key}}","keyType":"API_KEY"}""", """{"keyId":null,"keyType":"API_KEY"}""",
                Patch("add", $"/apiStages/{id}:dev/throttle", "\"\""), Patch("replace", $"/apiStages/{id}:dev/throttle", "\"{\\\"//GET\\\":7}\""), Patch("add", $"/apiStages/{id}:dev/throttle/", "null"), Patch("add", $"/apiStages/{id}:dev/throttle//GET/rateLimit", "\"1e999\""),
                Patch("remove", "/apiStages", "\":\""), Patch("replace", "/throttle/rateLimit", "null"), Patch("replace", "/throttle/burstLimit", "\"1e300\""), Patch("replace", "/quota/offset", "\"-9e99\""), Patch("replace", "/remaining", "\"99999999999999999999\""), Patch("replace", "", "\"\""), Patch("add", "/stages", "\"/\""),
            ],
            ["", "?limit=-1", "?position=%%%", "?startDate=0001-01-01&endDate=9999-12-31", "?startDate=9998-12-31&endDate=9998-12-31", "?keyId=%00", "?name=%00&includeValues=perhaps"]);

        Assert.Equal(plan, $"{(await bench.DoneAsync(HttpMethod.Get, $"/usageplans/{plan}"))["id"]}");
    }

    private static async Task RandomCallsAsync(Bench bench, string[] parts, string[] bodies, string[] queries)
    {
        Random random = new(20260101);
        HttpMethod[] verbs = [HttpMethod.Get, HttpMethod.Put, HttpMethod.Post, HttpMethod.Patch, new("FETCH")];
        for (var i = 0; i < 1_000; i++)
        {
            var path = string.Concat(Enumerable.Range(0, random.Next(1, Math.Min(9, parts.Length - 3))).Select(_ => $"/{parts[random.Next(parts.Length)]}"));
            var body = bodies[random.Next(bodies.Length)];
            var (status, _, _) = await bench.CallAsync(verbs[random.Next(verbs.Length)], path + queries[random.Next(queries.Length)], body);
            Assert.True((int)status != 500, $"{path} {body}");
        }
    }

    [Theory]
    [InlineData("GET / HTTP/9.9\r\n\r\n")]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("POST /restapis HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n")]
    [InlineData("GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET * HTTP/1.1\r\nHost: x\r\n\r\n")]
    public async Task What_is_no_HTTP_is_the_callers_fault(string raw)
    {
        await using var bench = await Bench.StartAsync();
        using TcpClient client = new(bench.Server.Address.Host, bench.Server.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(raw), TestContext.Current.CancellationToken);
        client.Client.Shutdown(SocketShutdown.Send);

        using StreamReader reader = new(stream);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.True(answer is "" || answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) || answer.StartsWith("HTTP/1.1 505", StringComparison.Ordinal), answer);
    }

    [Theory]
    [InlineData(100_000, "[", "]", "application/json")]
    [InlineData(20_000, "{\"a\":", "}", "application/json")]
    [InlineData(20_000, "[", "]", "application/yaml")]
    [InlineData(2_000, "- ", "", "application/yaml")]
    public async Task Bottomless_bodies_are_the_callers_fault(int depth, string open, string close, string contentType)
    {
        await using var bench = await Bench.StartAsync();
        var body = string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
        foreach (var path in (string[])["/restapis", "/restapis?mode=import", "/v2/apis", "/apikeys?mode=import&format=csv"])
        {
            using HttpRequestMessage request = new(path is "/v2/apis" ? HttpMethod.Put : HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, contentType) };
            request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=A/20260101/eu-central-1/apigateway/aws4_request, SignedHeaders=host, Signature=00");

            Assert.InRange((int)(await bench.SendAsync(request)).Status, 400, 499);
        }
    }

    [Fact]
    public async Task Bottomless_documents_filters_and_schemas_are_the_callers_fault()
    {
        await using var bench = await Bench.StartAsync();
        await bench.NamedAsync("logs", "CreateLogGroup", new { logGroupName = "x" });
        string Deep(string open, int depth, string close, string inner = "1") => string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));
        async Task SurvivesAsync(HttpMethod verb, string path, object body) => Assert.True((int)(await bench.CallAsync(verb, path, body)).Status < 500, path);

        await SurvivesAsync(HttpMethod.Put, "/v2/apis", new { body = Deep("[", 50_000, "]") });
        await SurvivesAsync(HttpMethod.Post, "/restapis?mode=import", Given.Document("{}", $$""" "components": {"schemas": {"A": {{Deep("""{"type":"array","items":""", 25, "}", "{}")}} } } """));
        await SurvivesAsync(HttpMethod.Post, "/restapis?mode=import", Given.Document("""{"/x": {"$ref": "#/paths/~1x"} }""", """ "components": {"schemas": {"A": {"$ref": "#/components/schemas/B"}, "B": {"$ref": "#/components/schemas/A"} } } """));
        await SurvivesAsync(HttpMethod.Post, "/restapis", new { name = "x", policy = Deep("[", 50_000, "]") });
        await FilterAsync(bench, "{ " + Deep("(", 9_000, ")", "$.a = 1") + " }");
        await FilterAsync(bench, "{ $" + string.Concat(Enumerable.Repeat("[0]", 9_000)) + " = 1 }");
        await bench.NamedAsync("logs", "DescribeLogGroups", new { });
    }

    [Theory]
    [InlineData(40_000, 1)]
    [InlineData(100, 300)]
    public async Task Huge_headers_are_the_callers_fault(int length, int count)
    {
        await using var bench = await Bench.StartAsync();
        var headers = string.Concat(Enumerable.Range(0, count).Select(i => $"x-{i}: {new string('x', length)}\r\n"));

        Assert.StartsWith("HTTP/1.1 431", await RawAsync(bench, $"GET /restapis HTTP/1.1\r\nHost: x\r\n{headers}\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 414", await RawAsync(bench, $"GET /{new string('x', 20_000)} HTTP/1.1\r\nHost: x\r\n\r\n"), StringComparison.Ordinal);
        await bench.DoneAsync(HttpMethod.Get, "/restapis");
    }

    [Fact]
    public async Task A_body_larger_than_any_is_refused_before_it_is_read()
    {
        await using var bench = await Bench.StartAsync();

        Assert.StartsWith("HTTP/1.1 413", await RawAsync(bench, "POST /restapis HTTP/1.1\r\nHost: x\r\nAuthorization: AWS4-HMAC-SHA256 Credential=A/20260101/eu-central-1/apigateway/aws4_request\r\nContent-Length: 99999999999\r\n\r\n"), StringComparison.Ordinal);
    }

    /// <summary>Callers that never end their bodies hold up nobody, and go away with their connections.</summary>
    [Fact]
    public async Task Slow_bodies_hold_up_nobody()
    {
        await using var bench = await Bench.StartAsync();
        List<TcpClient> slow = [];
        for (var i = 0; i < 50; i++)
        {
            TcpClient client = new(bench.Server.Address.Host, bench.Server.Address.Port);
            slow.Add(client);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST /restapis HTTP/1.1\r\nHost: x\r\nAuthorization: AWS4-HMAC-SHA256 Credential=A/20260101/eu-central-1/apigateway/aws4_request\r\nContent-Length: 1000\r\n\r\n{"), TestContext.Current.CancellationToken);
        }

        for (var i = 0; i < 20; i++)
        {
            await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "x" });
        }

        slow.ForEach(client => client.Dispose());
        Assert.Equal(20, (await bench.DoneAsync(HttpMethod.Get, "/restapis"))["item"]!.AsArray().Count);
    }

    private static async Task FilterAsync(Bench bench, string pattern)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/") { Content = new StringContent(JsonSerializer.Serialize(new { logGroupName = "x", filterPattern = pattern })) };
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=A/20260101/eu-central-1/logs/aws4_request, SignedHeaders=host, Signature=00");
        request.Headers.Add("X-Amz-Target", "Logs_20140328.FilterLogEvents");
        Assert.True((int)(await bench.SendAsync(request)).Status < 500);
    }

    private static async Task<string> RawAsync(Bench bench, string raw)
    {
        using TcpClient client = new(bench.Server.Address.Host, bench.Server.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(raw), TestContext.Current.CancellationToken);
        var answer = new byte[1_024];
        var read = await stream.ReadAsync(answer, TestContext.Current.CancellationToken);
        return Encoding.ASCII.GetString(answer, 0, read);
    }
}
