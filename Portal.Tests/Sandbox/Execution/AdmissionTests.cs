using System.Net;

namespace Portal.Tests.Sandbox.Execution;

public sealed class AdmissionTests
{
    private const string Schemes = """
        "components": {"securitySchemes": {
          "key": {"type": "apiKey", "name": "x-api-key", "in": "header"},
          "iam": {"type": "apiKey", "name": "Authorization", "in": "header", "x-amazon-apigateway-authtype": "awsSigv4"},
          "token": {"type": "apiKey", "name": "Authorization", "in": "header", "x-amazon-apigateway-authtype": "custom",
            "x-amazon-apigateway-authorizer": {"type": "token", "authorizerUri": "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/f/invocations"} } } }
        """;

    [Theory]
    [InlineData("key", null, HttpStatusCode.Forbidden, "Forbidden")]
    [InlineData("iam", null, HttpStatusCode.Forbidden, "Missing Authentication Token")]
    [InlineData("iam", "AWS4-HMAC-SHA256 Credential=x", HttpStatusCode.Forbidden, "Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters and a date.")]
    [InlineData("iam", "AWS4-HMAC-SHA256 Credential=x/20260101/eu-central-1/execute-api/aws4_request, SignedHeaders=host, Signature=00", HttpStatusCode.OK, null)]
    [InlineData("token", null, HttpStatusCode.Unauthorized, "Unauthorized")]
    [InlineData("token", "something", HttpStatusCode.InternalServerError, "null")]
    public async Task A_secured_method_lets_nobody_in_by_mistake(string scheme, string? authorization, HttpStatusCode expected, string? message)
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.Document($$"""{"/x": {"get": {{Given.Mock("in", $$"""
            "security": [{"{{scheme}}": []}]
            """)}} } }""", Schemes));

        var (status, body, _) = await bench.InvokeAsync(id, "/x", with: request => request.Headers.TryAddWithoutValidation("Authorization", authorization));

        Assert.Equal((expected, message switch { null => "in", "null" => """{"message":null}""", _ => $$"""{"message":"{{message}}"}""" }), (status, body));
    }

    [Fact]
    public async Task Missing_parameters_are_named_where_a_validator_demands_them()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.Document(
            $$"""{"/x": {"get": {{Given.Mock("in", """
            "parameters": [{"name": "q", "in": "query", "required": true}, {"name": "h", "in": "header", "required": true}, {"name": "o", "in": "query"}]
            """)}} } }""",
            """
            "x-amazon-apigateway-request-validators": {"params": {"validateRequestParameters": true, "validateRequestBody": false} }, "x-amazon-apigateway-request-validator": "params"
            """));

        var refused = await bench.InvokeAsync(id, "/x");
        var let = await bench.InvokeAsync(id, "/x?q=1", with: request => request.Headers.Add("h", "1"));

        Assert.Equal((HttpStatusCode.BadRequest, """{"message":"Missing required request parameters: [h, q]"}"""), (refused.Status, refused.Body));
        Assert.Equal(HttpStatusCode.OK, let.Status);
    }

    [Fact]
    public async Task A_customised_gateway_response_is_what_the_caller_gets()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument(more: """
            "x-amazon-apigateway-gateway-responses": {"MISSING_AUTHENTICATION_TOKEN": {"statusCode": 404, "responseParameters": {"gatewayresponse.header.X-Why": "'not here'"},
              "responseTemplates": {"application/json": "{\"type\":\"$context.error.responseType\",\"text\":$context.error.messageString}"} } }
            """));

        var (status, body, response) = await bench.InvokeAsync(id, "/nowhere");

        Assert.Equal((HttpStatusCode.NotFound, """{"type":"MISSING_AUTHENTICATION_TOKEN","text":"Missing Authentication Token"}"""), (status, body));
        Assert.Equal("not here", response.Headers.GetValues("X-Why").Single());
    }

    [Fact]
    public async Task A_status_on_the_default_holds_for_its_whole_class()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument(more: """
            "x-amazon-apigateway-gateway-responses": {"DEFAULT_4XX": {"statusCode": "400"} }
            """));

        Assert.Equal(HttpStatusCode.BadRequest, (await bench.InvokeAsync(id, "/nowhere")).Status);
    }
}
