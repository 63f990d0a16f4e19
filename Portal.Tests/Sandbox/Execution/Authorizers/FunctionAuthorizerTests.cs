using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Sandbox.Execution.Authorizers;

public sealed class FunctionAuthorizerTests
{
    private const string In = "$context.authorizer.principalId $context.authorizer.tier";

    private readonly FakeTimeProvider _clock = new(new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_function_lets_in_and_says_who_calls()
    {
        await using var functions = await Functions.StartAsync(("auth", sent => Policy("Allow", $"{sent["methodArn"]}", context: """{"tier": "gold", "n": 7, "b": true}""")));
        await using var bench = await Bench.StartAsync(new() { Lambdas = functions.Urls });
        var id = await DeployedAsync(bench, Token());

        Assert.Equal((HttpStatusCode.OK, "user gold"), await CallAsync(bench, id, "secret"));
        var sent = functions.Events.Single();
        Assert.Equal($"TOKEN secret arn:aws:execute-api:eu-central-1:123456789012:{id}/dev/GET/a", $"{sent["type"]} {sent["authorizationToken"]} {sent["methodArn"]}");
    }

    [Theory]
    [InlineData("Deny", 403, """{"Message":"User is not authorized to access this resource with an explicit deny"}""", "AccessDeniedException")]
    [InlineData("Neither", 403, """{"Message":"User is not authorized to access this resource"}""", "AccessDeniedException")]
    [InlineData("Unauthorized", 401, """{"message":"Unauthorized"}""", "UnauthorizedException")]
    [InlineData("Throws", 500, """{"message":"Internal server error"}""", "AuthorizerFailureException")]
    [InlineData("Malformed", 500, """{"message":null}""", "AuthorizerConfigurationException")]
    public async Task A_function_that_does_not_let_in_is_answered_so(string how, int status, string body, string error)
    {
        await using var functions = await Functions.StartAsync(("auth", sent => how switch
        {
            "Unauthorized" or "Throws" => $$"""{"errorMessage": "{{how}}", "errorType": "Error"}""",
            "Malformed" => """{"principalId": "user"}""",
            "Neither" => Policy("Allow", "arn:aws:execute-api:*:*:*/other/*"),
            _ => Policy("Deny", "*"),
        }));
        await using var bench = await Bench.StartAsync(new() { Lambdas = functions.Urls });
        var id = await DeployedAsync(bench, Token());

        var (actual, text, response) = await bench.InvokeAsync(id, "/a", with: request => request.Headers.TryAddWithoutValidation("Authorization", "secret"));

        Assert.Equal((status, body, error), ((int)actual, text, response.Headers.GetValues("x-amzn-ErrorType").Single()));
    }

    [Fact]
    public async Task What_has_not_the_form_of_a_token_asks_nobody()
    {
        await using var functions = await Functions.StartAsync(("auth", _ => Policy("Allow", "*")));
        await using var bench = await Bench.StartAsync(new() { Lambdas = functions.Urls });
        var id = await DeployedAsync(bench, Token(""" "identityValidationExpression": "[a-z]{3,9}" """));

        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(bench, id, "NOT 1")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(bench, id, null)).Status);
        Assert.Empty(functions.Events);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(bench, id, "fits")).Status);
    }

    [Fact]
    public async Task What_a_function_said_holds_for_its_time_and_is_asked_for_every_method()
    {
        await using var functions = await Functions.StartAsync(("auth", sent => Policy("Allow", "arn:aws:execute-api:*:*:*/dev/GET/a")));
        await using var bench = await Bench.StartAsync(new() { Lambdas = functions.Urls, TimeProvider = _clock });
        var id = await DeployedAsync(bench, Token(""" "authorizerResultTtlInSeconds": 60 """));

        Assert.Equal(HttpStatusCode.OK, (await CallAsync(bench, id, "one")).Status);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(bench, id, "one")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await CallAsync(bench, id, "one", "/b")).Status);
        Assert.Single(functions.Events);

        await CallAsync(bench, id, "two");
        Assert.Equal(2, functions.Events.Count);
        _clock.Advance(TimeSpan.FromSeconds(61));
        await CallAsync(bench, id, "one");
        Assert.Equal(3, functions.Events.Count);
        bench.Server.World.Region("123456789012", "eu-central-1").Caches.FlushAuthorizers(id, "dev");
        await CallAsync(bench, id, "one");
        Assert.Equal(4, functions.Events.Count);
    }

    [Fact]
    public async Task A_REQUEST_authorizer_sees_the_call_and_wants_all_its_sources()
    {
        await using var functions = await Functions.StartAsync(("auth", _ => Policy("Allow", "*")));
        await using var bench = await Bench.StartAsync(new() { Lambdas = functions.Urls });
        var id = await DeployedAsync(bench, Authorizer("request", """ "identitySource": "method.request.header.X-Who, method.request.querystring.q" """));

        Assert.Equal(HttpStatusCode.Unauthorized, (await bench.InvokeAsync(id, "/a", with: request => request.Headers.Add("X-Who", "me"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await bench.InvokeAsync(id, "/a?q=1", with: request => request.Headers.Add("X-Who", "me"))).Status);

        var sent = functions.Events.Single();
        Assert.Equal("REQUEST /a GET me 1 dev", $"{sent["type"]} {sent["path"]} {sent["httpMethod"]} {sent["headers"]!["X-Who"]} {sent["queryStringParameters"]!["q"]} {sent["requestContext"]!["stage"]}");
        Assert.Null(sent["body"]);
    }

    [Fact]
    public async Task An_API_may_take_its_keys_from_its_authorizer()
    {
        await using var functions = await Functions.StartAsync(("auth", sent => Policy("Allow", "*", key: $"{sent["authorizationToken"]}")));
        await using var bench = await Bench.StartAsync(new() { Lambdas = functions.Urls, TimeProvider = _clock });
        var id = await DeployedAsync(bench, Token(), """ "x-amazon-apigateway-api-key-source": "AUTHORIZER" """, """{"auth": [], "key": []}""");
        var plan = await bench.DoneAsync(HttpMethod.Post, "/usageplans", new { name = "p", apiStages = new[] { new { apiId = id, stage = "dev" } }, quota = new { limit = 1, period = "DAY" } });
        var key = await bench.DoneAsync(HttpMethod.Post, "/apikeys", new { enabled = true });
        await bench.DoneAsync(HttpMethod.Post, $"/usageplans/{plan["id"]}/keys", new { keyId = $"{key["id"]}", keyType = "API_KEY" });

        Assert.Equal((HttpStatusCode.Forbidden, """{"message":"Forbidden"}"""), await CallAsync(bench, id, "unknown-key-unknown-key"));
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(bench, id, $"{key["value"]}")).Status);
        Assert.Equal((HttpStatusCode.TooManyRequests, """{"message":"Limit Exceeded"}"""), await CallAsync(bench, id, $"{key["value"]}"));
    }

    private static string Policy(string effect, string resource, string context = "{}", string? key = null) => new JsonObject
    {
        ["principalId"] = "user",
        ["policyDocument"] = JsonNode.Parse($$"""{"Version": "2012-10-17", "Statement": [{"Action": "execute-api:Invoke", "Effect": "{{effect}}", "Resource": "{{resource}}"}]}"""),
        ["context"] = JsonNode.Parse(context),
        ["usageIdentifierKey"] = key,
    }.ToJsonString();

    private static string Token(string more = "") => Authorizer("token", more);

    private static string Authorizer(string type, string more) => $$"""
        {"type": "apiKey", "name": "Authorization", "in": "header", "x-amazon-apigateway-authtype": "custom",
         "x-amazon-apigateway-authorizer": {"type": "{{type}}", "authorizerUri": "{{Functions.Uri("auth")}}" {{(more is "" ? "" : $", {more}")}} } }
        """;

    private static Task<string> DeployedAsync(Bench bench, string scheme, string more = "", string security = """{"auth": []}""") => bench.DeployedAsync(Given.Document(
        $$"""{"/a": {"get": {{Given.Mock(In, $"\"security\": [{security}]")}} }, "/b": {"get": {{Given.Mock(In, $"\"security\": [{security}]")}} } }""",
        $$"""
        "components": {"securitySchemes": {"auth": {{scheme}}, "key": {"type": "apiKey", "name": "x-api-key", "in": "header"} } } {{(more is "" ? "" : $", {more}")}}
        """));

    private static async Task<(HttpStatusCode Status, string Body)> CallAsync(Bench bench, string id, string? token, string path = "/a") =>
        await bench.InvokeAsync(id, path, with: request => request.Headers.TryAddWithoutValidation("Authorization", token)) is var (status, body, _) ? (status, body) : default;
}
