using System.Net;

namespace Portal.Tests.Sandbox.Execution;

public sealed class RequestValidationTests
{
    private const string Detailed = """
        "x-amazon-apigateway-gateway-responses": {"BAD_REQUEST_BODY": {"statusCode": 422, "responseTemplates": {"application/json": "$context.error.validationErrorString"} } }
        """;

    [Theory]
    [InlineData("""{"name": "Rex", "owner": {"name": "Ann"}}""", true)]
    [InlineData("""{"owner": {"name": "Ann"}}""", false)]
    [InlineData("""{"name": "Rex", "owner": {}}""", false)]
    [InlineData("[]", false)]
    [InlineData("", false)]
    [InlineData("{", false)]
    public async Task A_body_is_held_against_its_model_and_those_it_refers_to(string body, bool fits)
    {
        await using var bench = await Bench.StartAsync();
        var id = await DeployedAsync(bench);

        var (status, answer, response) = await PostAsync(bench, id, body);

        Assert.Equal(fits ? (HttpStatusCode.OK, "in") : (HttpStatusCode.BadRequest, """{"message":"Invalid request body"}"""), (status, answer));
        Assert.Equal(fits ? null : "BadRequestException", response.Headers.TryGetValues("x-amzn-ErrorType", out var error) ? error.Single() : null);
    }

    [Fact]
    public async Task A_body_that_was_looked_into_reaches_the_backend()
    {
        await using var backend = await Backend.StartAsync();
        await using var bench = await Bench.StartAsync();
        var proxy = Given.Proxy($"{backend.Url}/x", "POST").Replace("\"responses\": {},", """ "responses": {}, "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Any"} } } },""", StringComparison.Ordinal);
        var id = await bench.DeployedAsync(Given.Document($$"""{"/a": {"post": {{proxy}} } }""", """ "components": {"schemas": {"Any": {"type": "object"} } }, "x-amazon-apigateway-request-validators": {"all": {"validateRequestBody": true} }, "x-amazon-apigateway-request-validator": "all" """));

        var (status, body, _) = await bench.InvokeAsync(id, "/a", HttpMethod.Post, with: request => request.Content = new StringContent("""{"a":1}""", System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal((200, """{"a":1}"""), ((int)status, (string?)System.Text.Json.Nodes.JsonNode.Parse(body)!["body"]));
    }

    [Fact]
    public async Task What_is_wrong_is_said_where_the_gateway_response_asks_for_it()
    {
        await using var bench = await Bench.StartAsync();
        var id = await DeployedAsync(bench, Detailed);

        var (status, answer, _) = await PostAsync(bench, id, """{"owner": {"name": 1}}""");

        Assert.Equal((422, """[object has missing required properties (["name"]), instance type (integer) does not match any allowed primitive type (allowed: ["string"])]"""), ((int)status, answer));
    }

    [Fact]
    public async Task A_content_type_without_a_model_is_not_looked_into()
    {
        await using var bench = await Bench.StartAsync();
        var id = await DeployedAsync(bench);

        Assert.NotEqual(HttpStatusCode.BadRequest, (await PostAsync(bench, id, "no json", "text/plain")).Status);
    }

    private static Task<string> DeployedAsync(Bench bench, string more = "") => bench.DeployedAsync(Given.Document(
        $$"""{"/pets": {"post": {{Given.Mock("in", """ "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"} } } } """)}} } }""",
        $$"""
        "components": {"schemas": {
          "Pet": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}, "owner": {"$ref": "#/components/schemas/Owner"} } },
          "Owner": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"} } } } },
        "x-amazon-apigateway-request-validators": {"body": {"validateRequestParameters": false, "validateRequestBody": true} }, "x-amazon-apigateway-request-validator": "body" {{(more is "" ? "" : $", {more}")}}
        """));

    private static Task<(HttpStatusCode Status, string Body, HttpResponseMessage Response)> PostAsync(Bench bench, string id, string body, string type = "application/json") =>
        bench.InvokeAsync(id, "/pets", HttpMethod.Post, with: request => request.Content = new StringContent(body, null, type));
}
