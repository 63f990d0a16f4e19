using System.Net;

namespace Portal.Tests.Sandbox.Execution;

public sealed class ApiKeyAdmissionTests
{
    [Fact]
    public async Task A_key_of_a_plan_of_the_stage_opens_it()
    {
        await using var shop = await Shop.OpenAsync();
        var (id, value) = await shop.KeyAsync();

        Assert.Equal((HttpStatusCode.OK, id), await shop.CallAsync("/me", value) is var (status, body, _) ? (status, body) : default);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    public async Task A_missing_or_unknown_key_is_forbidden(string? value)
    {
        await using var shop = await Shop.OpenAsync();
        await shop.KeyAsync();

        AssertForbidden(await shop.CallAsync("/a", value));
    }

    [Fact]
    public async Task A_disabled_key_is_forbidden_until_it_is_enabled()
    {
        await using var shop = await Shop.OpenAsync();
        var (id, value) = await shop.KeyAsync(enabled: false);

        AssertForbidden(await shop.CallAsync("/a", value));
        await shop.PatchAsync($"/apikeys/{id}", ("/enabled", "true"));

        Assert.Equal(HttpStatusCode.OK, await shop.GetAsync("/a", value));
    }

    [Fact]
    public async Task A_key_in_no_plan_is_forbidden()
    {
        await using var shop = await Shop.OpenAsync();
        var (_, value) = await shop.KeyAsync(inPlan: false);

        AssertForbidden(await shop.CallAsync("/a", value));
    }

    [Fact]
    public async Task A_key_in_a_plan_of_another_stage_is_forbidden()
    {
        await using var shop = await Shop.OpenAsync();
        var (_, value) = await shop.KeyAsync();
        await shop.Bench.DoneAsync(HttpMethod.Patch, $"/usageplans/{shop.Plan}", new { patchOperations = new[] { new { op = "remove", path = "/apiStages", value = $"{shop.Api}:dev" } } });

        AssertForbidden(await shop.CallAsync("/a", value));
        Assert.Equal(HttpStatusCode.OK, await shop.GetAsync("/a", value, "prod"));
    }

    [Fact]
    public async Task A_key_that_was_taken_off_its_plan_is_forbidden()
    {
        await using var shop = await Shop.OpenAsync();
        var (id, value) = await shop.KeyAsync();
        await shop.Bench.DoneAsync(HttpMethod.Delete, $"/usageplans/{shop.Plan}/keys/{id}");

        AssertForbidden(await shop.CallAsync("/a", value));
    }

    [Fact]
    public async Task A_method_that_demands_none_is_open_with_or_without_a_key()
    {
        await using var shop = await Shop.OpenAsync(quota: new { limit = 1, period = "DAY" });
        var (id, value) = await shop.KeyAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await shop.GetAsync("/open", null), await shop.GetAsync("/open", value)));
        Assert.Equal("[[0,1]]", await shop.UsageAsync(id));
    }

    [Fact]
    public async Task An_API_that_takes_its_keys_from_an_authorizer_does_not_read_the_header()
    {
        await using var shop = await Shop.OpenAsync();
        var (_, value) = await shop.KeyAsync();
        await shop.PatchAsync($"/restapis/{shop.Api}", ("/apiKeySource", "AUTHORIZER"));
        await shop.Bench.DeployAsync(shop.Api);

        AssertForbidden(await shop.CallAsync("/a", value));
    }

    [Theory]
    [InlineData("INVALID_API_KEY", 0)]
    [InlineData("THROTTLED", 1)]
    [InlineData("QUOTA_EXCEEDED", 2)]
    public async Task A_customised_gateway_response_is_what_a_refused_caller_gets(string type, int calls)
    {
        await using var shop = await Shop.OpenAsync(new { rateLimit = 1, burstLimit = type is "THROTTLED" ? 1 : 9 }, new { limit = 2, period = "DAY" }, more: $$"""
            , "x-amazon-apigateway-gateway-responses": {"{{type}}": {"statusCode": 418, "responseParameters": {"gatewayresponse.header.X-Key": "context.identity.apiKeyId"},
              "responseTemplates": {"application/json": "{\"why\":$context.error.messageString}"} } }
            """);
        var (id, value) = await shop.KeyAsync(enabled: type is not "INVALID_API_KEY");
        for (var i = 0; i < calls; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await shop.GetAsync("/a", value));
        }

        var (status, body, response) = await shop.CallAsync("/a", value);

        var why = type switch { "THROTTLED" => "Too Many Requests", "QUOTA_EXCEEDED" => "Limit Exceeded", _ => "Forbidden" };
        Assert.Equal((418, $$"""{"why":"{{why}}"}""", id), ((int)status, body, response.Headers.GetValues("X-Key").Single()));
    }

    private static void AssertForbidden((HttpStatusCode Status, string Body, HttpResponseMessage Response) answer) =>
        Assert.Equal((HttpStatusCode.Forbidden, """{"message":"Forbidden"}""", "ForbiddenException"), (answer.Status, answer.Body, answer.Response.Headers.GetValues("x-amzn-ErrorType").Single()));
}
