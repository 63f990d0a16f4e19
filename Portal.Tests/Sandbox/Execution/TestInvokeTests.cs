using System.Net;
using Microsoft.Extensions.Time.Testing;

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
    [InlineData("x-me", 500, "arn:aws:apigateway:x did not answer as an authorizer does, or nothing stands for it")]
    public async Task An_authorizer_that_does_not_let_in_says_why(string? token, int status, string log)
    {
        await using var bench = await Bench.StartAsync();
        var id = await ImportedAsync(bench, Given.MockDocument());
        var door = await bench.DoneAsync(HttpMethod.Post, $"/restapis/{id}/authorizers", new { name = "a", type = "TOKEN", authorizerUri = "arn:aws:apigateway:x", identitySource = "method.request.header.door", identityValidationExpression = "x-.+" });

        var answer = await bench.DoneAsync(HttpMethod.Post, $"/restapis/{id}/authorizers/{door["id"]}", token is null ? new { } : new { headers = new { Door = token } });

        Assert.Equal(status, (int)answer["clientStatus"]!);
        Assert.Contains(log, $"{answer["log"]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_authorizer_is_tried_with_the_function_that_stages_ask()
    {
        await using var functions = await Functions.StartAsync(("auth", _ => """{"principalId": "user", "policyDocument": {"Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]}, "context": {"a": "b"}}"""));
        await using var bench = await Bench.StartAsync(new() { Lambdas = functions.Urls });
        var id = await ImportedAsync(bench, Given.MockDocument());
        var door = await bench.DoneAsync(HttpMethod.Post, $"/restapis/{id}/authorizers", new { name = "a", type = "TOKEN", authorizerUri = Functions.Uri("${stageVariables.name}"), identitySource = "method.request.header.door" });

        var answer = await bench.DoneAsync(HttpMethod.Post, $"/restapis/{id}/authorizers/{door["id"]}", new { headers = new { Door = "secret" }, stageVariables = new { name = "auth" } });

        Assert.Equal((200, "user"), ((int)answer["clientStatus"]!, $"{answer["principalId"]}"));
        Assert.Equal("""{"Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]}""", $"{answer["policy"]}");
        Assert.DoesNotContain("secret", $"{answer["log"]}", StringComparison.Ordinal);
        Assert.Equal($$"""{"authorizationToken":"secret","type":"TOKEN","methodArn":"arn:aws:execute-api:eu-central-1:123456789012:{{id}}/ESTestInvoke-stage/GET/"}""", functions.Events.Single().ToJsonString());
    }

    [Fact]
    public async Task A_REQUEST_authorizer_is_tried_with_the_call_that_is_made_up()
    {
        await using var functions = await Functions.StartAsync(("auth", sent => $$"""{"principalId": "{{sent["queryStringParameters"]!["q"]}} {{sent["requestContext"]!["identity"]!["sourceIp"]}}", "policyDocument": {"Statement": []} }"""));
        await using var bench = await Bench.StartAsync(new() { Lambdas = functions.Urls });
        var id = await ImportedAsync(bench, Given.MockDocument());
        var door = await bench.DoneAsync(HttpMethod.Post, $"/restapis/{id}/authorizers", new { name = "a", type = "REQUEST", authorizerUri = Functions.Uri("auth"), identitySource = "method.request.querystring.q, context.identity.sourceIp" });
        var path = $"/restapis/{id}/authorizers/{door["id"]}";

        var lacking = await bench.DoneAsync(HttpMethod.Post, path, new { pathWithQueryString = "/pets?q=1" });
        var whole = await bench.DoneAsync(HttpMethod.Post, path, new { pathWithQueryString = "/pets?q=1", additionalContext = new Dictionary<string, string> { ["identity.sourceIp"] = "192.0.2.7" } });

        Assert.Equal(401, (int)lacking["clientStatus"]!);
        Assert.Equal("1 192.0.2.7", $"{whole["principalId"]}");
    }

    [Fact]
    public async Task A_user_pool_is_tried_with_its_keys()
    {
        using Issuer pool = new("https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_pool");
        FakeTimeProvider clock = new(new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero));
        await using var bench = await Bench.StartAsync(new() { TimeProvider = clock, TokenKeys = pool.Keys });
        var id = await ImportedAsync(bench, Given.MockDocument());
        var door = await bench.DoneAsync(HttpMethod.Post, $"/restapis/{id}/authorizers", new { name = "a", type = "COGNITO_USER_POOLS", providerARNs = new[] { "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_pool" }, identitySource = "method.request.header.Authorization" });
        Task<System.Text.Json.Nodes.JsonNode> TryAsync(string token) => bench.DoneAsync(HttpMethod.Post, $"/restapis/{id}/authorizers/{door["id"]}", new { headers = new { Authorization = token } });

        var let = await TryAsync(pool.Token(clock.GetUtcNow(), claims: ("sub", "me")));

        Assert.Equal((200, "me"), ((int)let["clientStatus"]!, $"{let["claims"]!["sub"]}"));
        Assert.Equal(401, (int)(await TryAsync(pool.Token(clock.GetUtcNow(), minutes: -1)))["clientStatus"]!);
    }

    private static async Task<string> ImportedAsync(Bench bench, string document) => $"{(await bench.DoneAsync(HttpMethod.Post, "/restapis?mode=import", document))["id"]}";

    private static async Task<string> MethodAsync(Bench bench, string id, string path)
    {
        var resources = await bench.DoneAsync(HttpMethod.Get, $"/restapis/{id}/resources");
        return $"/restapis/{id}/resources/{resources["item"]!.AsArray().First(one => $"{one!["path"]}" == path)!["id"]}/methods/GET";
    }
}
