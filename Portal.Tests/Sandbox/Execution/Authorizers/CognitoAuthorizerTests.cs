using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Sandbox.Execution.Authorizers;

public sealed class CognitoAuthorizerTests : IDisposable
{
    private const string Pool = "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_pool";

    private readonly FakeTimeProvider _clock = new(new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero));
    private readonly Issuer _pool = new(Pool);
    private readonly Issuer _stranger = new(Pool);

    public void Dispose()
    {
        _pool.Dispose();
        _stranger.Dispose();
    }

    [Fact]
    public async Task A_token_of_the_pool_lets_in_with_its_claims()
    {
        await using var bench = await BenchAsync();
        var id = await DeployedAsync(bench, "[]");
        var token = _pool.Token(_clock.GetUtcNow(), claims: [("sub", "me"), ("token_use", "id"), ("cognito:groups", new[] { "a", "b" })]);

        Assert.Equal((HttpStatusCode.OK, "me [a b]"), await CallAsync(bench, id, token));
        Assert.Equal((HttpStatusCode.OK, "me [a b]"), await CallAsync(bench, id, $"Bearer {token}"));
    }

    [Fact]
    public async Task Tokens_that_are_late_forged_or_for_something_else_are_refused()
    {
        await using var bench = await BenchAsync();
        var id = await DeployedAsync(bench, "[]");
        var now = _clock.GetUtcNow();
        var good = _pool.Token(now, claims: ("sub", "me"));

        Assert.Equal((HttpStatusCode.Unauthorized, """{"message":"The incoming token has expired"}"""), await CallAsync(bench, id, _pool.Token(now, minutes: -1)));
        Assert.Equal((HttpStatusCode.Unauthorized, """{"message":"Unauthorized"}"""), await CallAsync(bench, id, _stranger.Token(now)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(bench, id, $"{good[..^4]}AAAA")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(bench, id, "nonsense")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(bench, id, null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(bench, id, _pool.Token(now, claims: ("token_use", "access")))).Status);
        _clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(bench, id, good)).Status);
    }

    [Fact]
    public async Task With_scopes_an_access_token_must_have_one_of_them()
    {
        await using var bench = await BenchAsync();
        var id = await DeployedAsync(bench, """["pets/read", "pets/write"]""");
        var now = _clock.GetUtcNow();

        Assert.Equal(HttpStatusCode.OK, (await CallAsync(bench, id, _pool.Token(now, claims: [("token_use", "access"), ("scope", "openid pets/write")]))).Status);
        Assert.Equal((HttpStatusCode.Forbidden, """{"Message":"User is not authorized to access this resource"}"""), await CallAsync(bench, id, _pool.Token(now, claims: [("token_use", "access"), ("scope", "openid")])));
    }

    [Fact]
    public async Task Without_the_pools_keys_nobody_is_let_in()
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });
        var id = await DeployedAsync(bench, "[]");

        Assert.Equal((HttpStatusCode.InternalServerError, """{"message":null}"""), await CallAsync(bench, id, _pool.Token(_clock.GetUtcNow())));
    }

    private Task<Bench> BenchAsync() => Bench.StartAsync(new() { TimeProvider = _clock, TokenKeys = _pool.Keys });

    private static Task<string> DeployedAsync(Bench bench, string scopes) => bench.DeployedAsync(Given.Document(
        $$"""{"/a": {"get": {{Given.Mock("$context.authorizer.claims.sub $context.authorizer.claims['cognito:groups']", $$""" "security": [{"pool": {{scopes}} }] """)}} } }""",
        """
        "components": {"securitySchemes": {"pool": {"type": "apiKey", "name": "Authorization", "in": "header", "x-amazon-apigateway-authtype": "cognito_user_pools",
          "x-amazon-apigateway-authorizer": {"type": "cognito_user_pools", "providerARNs": ["arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_pool"]} } } }
        """));

    private static async Task<(HttpStatusCode Status, string Body)> CallAsync(Bench bench, string id, string? token) =>
        await bench.InvokeAsync(id, "/a", with: request => request.Headers.TryAddWithoutValidation("Authorization", token)) is var (status, body, _) ? (status, body) : default;
}
