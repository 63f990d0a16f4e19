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

        await bench.RefusedAsync(HttpMethod.Get, "/vpclinks", null, 404, "UnknownOperationException", "The sandbox does not know this operation of apigateway: GET /vpclinks");
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
        Random random = new(20260101);
        string[] parts = ["restapis", id, "resources", "methods", "GET", "integration", "responses", "200", "stages", "dev", "deployments", "models", "tags", "%2F", "..", "%00", "é", "_user_request_", "pets", "{x}", "gatewayresponses", "THROTTLED", "account"];
        string[] bodies = ["", "{}", "{\"patchOperations\":[{\"op\":\"replace\"}]}", "{\"patchOperations\":[{\"op\":\"replace\",\"path\":\"/*/*/throttling/rateLimit\",\"value\":\"NaN\"}]}", "{\"patchOperations\":{}}", "{\"pathPart\":null}", "[[[[", "{\"type\":\"MOCK\",\"requestParameters\":{\"a\":null}}", "openapi: 3.0.0"];
        string[] queries = ["", "?limit=-1", "?limit=x", "?position=%%%", "?mode=import", "?mode=overwrite", "?embed=methods&limit=99999999999"];
        HttpMethod[] verbs = [HttpMethod.Get, HttpMethod.Put, HttpMethod.Post, HttpMethod.Patch, new("FETCH")];

        for (var i = 0; i < 2_000; i++)
        {
            var path = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => $"/{parts[random.Next(parts.Length)]}"));
            var (status, _, _) = await bench.CallAsync(verbs[random.Next(verbs.Length)], path + queries[random.Next(queries.Length)], bodies[random.Next(bodies.Length)]);
            Assert.True((int)status != 500, path);
        }

        Assert.Equal("""{"ok":true}""", (await bench.InvokeAsync(id, "/pets")).Body);
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
