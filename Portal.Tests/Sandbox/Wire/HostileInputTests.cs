using System.Net.Sockets;
using System.Text;

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

    /// <summary>Random verbs, paths and bodies over what exists: whatever comes back is no 500, and the sandbox lives on.</summary>
    [Fact]
    public async Task Random_calls_never_bring_it_down()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument());
        await RandomCallsAsync(
            bench,
            ["restapis", id, "resources", "methods", "GET", "integration", "responses", "200", "stages", "dev", "deployments", "models", "tags", "%2F", "..", "%00", "é", "_user_request_", "pets", "{x}", "gatewayresponses", "THROTTLED", "account"],
            ["", "{}", "{\"patchOperations\":[{\"op\":\"replace\"}]}", "{\"patchOperations\":[{\"op\":\"replace\",\"path\":\"/*/*/throttling/rateLimit\",\"value\":\"NaN\"}]}", "{\"patchOperations\":{}}", "{\"pathPart\":null}", "[[[[", "{\"type\":\"MOCK\",\"requestParameters\":{\"a\":null}}", "openapi: 3.0.0"],
            ["", "?limit=-1", "?limit=x", "?position=%%%", "?mode=import", "?mode=overwrite", "?embed=methods&limit=99999999999"]);

        Assert.Equal("""{"ok":true}""", (await bench.InvokeAsync(id, "/pets")).Body);
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
        for (var i = 0; i < 2_000; i++)
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
}
