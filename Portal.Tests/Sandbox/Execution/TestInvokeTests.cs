using System.Net;

namespace Portal.Tests.Sandbox.Execution;

public sealed class TestInvokeTests
{
    [Fact]
    public async Task A_method_is_tried_as_it_stands_without_a_stage_or_a_key()
    {
        await using var bench = await Bench.StartAsync();
        var id = await ImportedAsync(bench, Given.Document($$"""
            {"/pets/{id}": {"get": {{Given.Mock("""{"id":"$input.params('id')","v":"$stageVariables.v"}""", """ "security": [{"key": []}] """)}} } }
            """, """ "components": {"securitySchemes": {"key": {"type": "apiKey", "name": "x-api-key", "in": "header"}}} """));

        var answer = await bench.DoneAsync(HttpMethod.Post, await MethodAsync(bench, id, "/pets/{id}"), new { pathWithQueryString = "/pets/7?page=2", headers = new { Authorization = "secret" }, stageVariables = new { v = "w" } });

        Assert.Equal((200, """{"id":"7","v":"w"}"""), ((int)answer["status"]!, $"{answer["body"]}"));
        Assert.Equal("application/json", $"{answer["headers"]!["Content-Type"]}");
        Assert.Contains("HTTP Method: GET, Resource Path: /pets/{id}\n", $"{answer["log"]}", StringComparison.Ordinal);
        Assert.Contains("Method request path: {id=7}\n", $"{answer["log"]}", StringComparison.Ordinal);
        Assert.EndsWith("Method completed with status: 200\n", $"{answer["log"]}", StringComparison.Ordinal);
        Assert.DoesNotContain("secret", $"{answer["log"]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_tried_reaches_the_backend()
    {
        await using var backend = await Backend.StartAsync();
        await using var bench = await Bench.StartAsync();
        var id = await ImportedAsync(bench, Given.Document($$"""{"/pets": {"get": {{Given.Proxy($"{backend.Url}/x")}} } }"""));

        var answer = await bench.DoneAsync(HttpMethod.Post, await MethodAsync(bench, id, "/pets"), new { pathWithQueryString = "/pets?a=b" });

        Assert.Equal(200, (int)answer["status"]!);
        Assert.Contains("\"query\":\"?a=b\"", $"{answer["body"]}", StringComparison.Ordinal);
        Assert.Contains("Received response. Status: 200, Integration latency:", $"{answer["log"]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_validator_refuses_a_test_too()
    {
        await using var bench = await Bench.StartAsync();
        var id = await ImportedAsync(bench, Given.Document($$"""
            {"/pets": {"get": {{Given.Mock("{}", """ "parameters": [{"name": "q", "in": "query", "required": true}] """)}} } }
            """, """ "x-amazon-apigateway-request-validators": {"all": {"validateRequestParameters": true}}, "x-amazon-apigateway-request-validator": "all" """));

        var answer = await bench.DoneAsync(HttpMethod.Post, await MethodAsync(bench, id, "/pets"), new { });

        Assert.Equal((400, """{"message": "Missing required request parameters: [q]"}""".Replace(": \"M", ":\"M", StringComparison.Ordinal)), ((int)answer["status"]!, $"{answer["body"]}"));
        Assert.Contains("Execution failed: Missing required request parameters: [q]", $"{answer["log"]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_that_calls_nothing_cannot_be_tried()
    {
        await using var bench = await Bench.StartAsync();
        var id = await ImportedAsync(bench, Given.Document("""{"/pets": {"get": {"responses": {}}}}"""));

        var (status, _, _) = await bench.CallAsync(HttpMethod.Post, await MethodAsync(bench, id, "/pets"), new { });

        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Theory]
    [InlineData(null, 401, "Unauthorized request")]
    [InlineData("nobody", 401, "Unauthorized request")]
    [InlineData("x-me", 500, "nothing stands for arn:aws:apigateway:x")]
    public async Task An_authorizer_is_tried_as_far_as_stages_go_with_it(string? token, int status, string log)
    {
        await using var bench = await Bench.StartAsync();
        var id = await ImportedAsync(bench, Given.MockDocument());
        var door = await bench.DoneAsync(HttpMethod.Post, $"/restapis/{id}/authorizers", new { name = "a", type = "TOKEN", authorizerUri = "arn:aws:apigateway:x", identitySource = "method.request.header.door", identityValidationExpression = "x-.+" });

        var answer = await bench.DoneAsync(HttpMethod.Post, $"/restapis/{id}/authorizers/{door["id"]}", token is null ? new { } : new { headers = new { Door = token } });

        Assert.Equal(status, (int)answer["clientStatus"]!);
        Assert.Contains(log, $"{answer["log"]}", StringComparison.Ordinal);
    }

    private static async Task<string> ImportedAsync(Bench bench, string document) => $"{(await bench.DoneAsync(HttpMethod.Post, "/restapis?mode=import", document))["id"]}";

    private static async Task<string> MethodAsync(Bench bench, string id, string path)
    {
        var resources = await bench.DoneAsync(HttpMethod.Get, $"/restapis/{id}/resources");
        return $"/restapis/{id}/resources/{resources["item"]!.AsArray().First(one => $"{one!["path"]}" == path)!["id"]}/methods/GET";
    }
}
