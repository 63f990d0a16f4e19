using System.Text.Json.Nodes;

namespace Portal.Tests.Sandbox.Execution;

public sealed class TraceTests
{
    private const string Pattern = "^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$";

    [Fact]
    public async Task Backends_functions_and_callers_get_one_trace()
    {
        await using var backend = await Backend.StartAsync();
        await using var functions = await Functions.StartAsync(("f", _ => """{"statusCode": 200}"""));
        await using var bench = await Bench.StartAsync(new() { Lambdas = functions.Urls });
        var function = $$"""{"responses": {}, "x-amazon-apigateway-integration": {"type": "aws_proxy", "httpMethod": "POST", "uri": "{{Functions.Uri("f")}}"} }""";
        var id = await bench.DeployedAsync(Given.Document($$"""{"/pets": {"get": {{Given.Proxy(backend.Url)}} }, "/f": {"get": {{function}} }, "/mock": {"get": {{Given.Mock("$context.xrayTraceId")}} } }"""));

        var (_, body, response) = await bench.InvokeAsync(id, "/pets");
        var told = response.Headers.GetValues("X-Amzn-Trace-Id").Single();
        Assert.Matches(Pattern, told);
        Assert.Equal(told, (string?)JsonNode.Parse(body)!["headers"]!["x-amzn-trace-id"]);

        (_, _, response) = await bench.InvokeAsync(id, "/f", with: request => request.Headers.Add("X-Amzn-Trace-Id", "Root=1-00000000-000000000000000000000001"));
        Assert.Equal(("Root=1-00000000-000000000000000000000001", "Root=1-00000000-000000000000000000000001"), ((string?)functions.Events.Single()["headers"]!["X-Amzn-Trace-Id"], response.Headers.GetValues("X-Amzn-Trace-Id").Single()));

        (_, body, response) = await bench.InvokeAsync(id, "/mock");
        Assert.Equal(("", false), (body, response.Headers.Contains("X-Amzn-Trace-Id")));
        await bench.DoneAsync(HttpMethod.Patch, $"/restapis/{id}/stages/dev", new { patchOperations = new[] { new { op = "replace", path = "/tracingEnabled", value = "true" } } });
        Assert.Matches("^1-[0-9a-f]{8}-[0-9a-f]{24}$", (await bench.InvokeAsync(id, "/mock")).Body);
    }
}
