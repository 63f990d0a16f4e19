using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Sandbox.Execution.HttpApis;

public sealed class HttpAuthorizationTests
{
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_token_must_be_the_issuers_for_the_audience_with_the_scope()
    {
        using Issuer issuer = new("https://issuer.example/");
        await using var behind = await Backend.StartAsync();
        await using var desk = await HttpDesk.OpenAsync(new() { TimeProvider = _clock, TokenKeys = issuer.Keys });
        var authorizer = await desk.AuthorizerAsync(new { name = "jwt", authorizerType = "JWT", identitySource = new[] { "$request.header.Authorization" }, jwtConfiguration = new { issuer = issuer.Name, audience = new[] { "pets" } } });
        await desk.RouteAsync("GET /a", $"{behind.Url}/", new { requestParameters = new Dictionary<string, string> { ["overwrite:header.x-sub"] = "$context.authorizer.claims.sub" } }, new { authorizationType = "JWT", authorizerId = authorizer });
        await desk.RouteAsync("GET /b", $"{behind.Url}/", route: new { authorizationType = "JWT", authorizerId = authorizer, authorizationScopes = new[] { "read", "write" } });
        var now = _clock.GetUtcNow();

        async Task<(HttpStatusCode, string, string?)> CallAsync(string path, string? token)
        {
            var (status, body, response) = await desk.SendAsync(path, with: request => request.Headers.TryAddWithoutValidation("Authorization", token is null ? null : $"Bearer {token}"));
            return (status, body, response.Headers.WwwAuthenticate.ToString() is { Length: > 0 } challenge ? challenge : null);
        }

        var (status, body, _) = await CallAsync("/a", issuer.Token(now, claims: [("aud", "pets"), ("sub", "me")]));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("\"x-sub\":\"me\"", body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync("/a", issuer.Token(now, claims: ("client_id", "pets")))).Item1);
        Assert.Equal((HttpStatusCode.Unauthorized, """{"message":"Unauthorized"}""", "Bearer"), await CallAsync("/a", null));
        Assert.Equal("Bearer scope=\"\" error=\"invalid_token\" error_description=\"the token does not have a valid audience\"", (await CallAsync("/a", issuer.Token(now, claims: ("aud", "cats")))).Item3);
        Assert.Equal("Bearer scope=\"\" error=\"invalid_token\" error_description=\"the token has expired\"", (await CallAsync("/a", issuer.Token(now, minutes: -1, claims: ("aud", "pets")))).Item3);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync("/b", issuer.Token(now, claims: [("aud", "pets"), ("scope", "write")]))).Item1);
        Assert.Equal((HttpStatusCode.Forbidden, """{"message":"Forbidden"}""", "Bearer scope=\"read write\" error=\"insufficient_scope\""), await CallAsync("/b", issuer.Token(now, claims: [("aud", "pets"), ("scope", "other")])));
    }

    [Theory]
    [InlineData("""{"isAuthorized": true, "context": {"tier": "gold"}}""", 200)]
    [InlineData("""{"isAuthorized": false}""", 403)]
    [InlineData("""{"errorMessage": "Unauthorized", "errorType": "Error"}""", 401)]
    [InlineData("""{"errorMessage": "boom", "errorType": "Error"}""", 500)]
    [InlineData("""{"perhaps": true}""", 500)]
    public async Task A_function_answers_simply(string answer, int status)
    {
        await using var functions = await Functions.StartAsync(("auth", _ => answer), ("f", sent => $"\"{sent["requestContext"]!["authorizer"]?["lambda"]?["tier"]}\""));
        await using var desk = await HttpDesk.OpenAsync(new() { Lambdas = functions.Urls });
        var authorizer = await desk.AuthorizerAsync(new { name = "fn", authorizerType = "REQUEST", authorizerUri = Functions.Uri("auth"), identitySource = new[] { "$request.header.X-Key", "$request.querystring.q" }, authorizerPayloadFormatVersion = "2.0", enableSimpleResponses = true });
        await desk.RouteAsync("GET /a", "f", route: new { authorizationType = "CUSTOM", authorizerId = authorizer });

        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.SendAsync("/a", with: request => request.Headers.Add("X-Key", "k"))).Status);
        Assert.Empty(functions.Events);
        var (actual, body, _) = await desk.SendAsync("/a?q=1", with: request => request.Headers.Add("X-Key", "k"));

        Assert.Equal(status, (int)actual);
        Assert.True(status is not 200 || body is "gold", body);
        Assert.True(functions.Events.TryPeek(out var sent));
        Assert.Equal($"2.0 REQUEST GET /a [\"k\",\"1\"] arn:aws:execute-api:eu-central-1:123456789012:{desk.Id}/$default/GET/a", $"{sent["version"]} {sent["type"]} {sent["routeKey"]} {sent["identitySource"]!.ToJsonString()} {sent["routeArn"]}");
    }

    [Fact]
    public async Task A_policy_does_too_and_holds_for_its_time()
    {
        await using var behind = await Backend.StartAsync();
        await using var functions = await Functions.StartAsync(("auth", sent => $$"""{"principalId": "u", "policyDocument": {"Statement": [{"Effect": "Allow", "Action": "execute-api:Invoke", "Resource": "{{sent["methodArn"]}}"}]} }"""));
        await using var desk = await HttpDesk.OpenAsync(new() { Lambdas = functions.Urls, TimeProvider = _clock });
        var authorizer = await desk.AuthorizerAsync(new { name = "fn", authorizerType = "REQUEST", authorizerUri = Functions.Uri("auth"), identitySource = new[] { "$request.header.X-Key" }, authorizerPayloadFormatVersion = "1.0", authorizerResultTtlInSeconds = 60 });
        await desk.RouteAsync("GET /{x}", $"{behind.Url}/", route: new { authorizationType = "CUSTOM", authorizerId = authorizer });

        async Task<int> CallAsync(string path) => (int)(await desk.SendAsync(path, with: request => request.Headers.Add("X-Key", "k"))).Status;
        Assert.Equal((200, 200, 403), (await CallAsync("/a"), await CallAsync("/a"), await CallAsync("/b")));
        Assert.Single(functions.Events);
        _clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(200, await CallAsync("/b"));
        Assert.Equal(2, functions.Events.Count);
    }

    [Fact]
    public async Task Who_must_sign_and_does_not_is_forbidden()
    {
        await using var behind = await Backend.StartAsync();
        await using var desk = await HttpDesk.OpenAsync();
        await desk.RouteAsync("GET /a", $"{behind.Url}/", route: new { authorizationType = "AWS_IAM" });

        Assert.Equal((HttpStatusCode.Forbidden, """{"message":"Forbidden"}"""), await desk.SendAsync("/a") is var (status, body, _) ? (status, body) : default);
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync("/a", with: request => request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-central-1/execute-api/aws4_request, SignedHeaders=host, Signature=00"))).Status);
    }
}
