using System.Net;
using System.Text.Json.Nodes;

namespace Portal.Tests.Sandbox.Execution;

public sealed class HttpStageTests
{
    private const string PathParameter = """[{"name": "proxy", "in": "path", "required": true}]""";
    private const string PathMapping = """{"integration.request.path.proxy": "method.request.path.proxy"}""";

    [Fact]
    public async Task A_proxy_passes_path_query_headers_and_body_on()
    {
        await using var backend = await Backend.StartAsync();
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(
            Given.Document($$"""{"/{proxy+}": {"x-amazon-apigateway-any-method": {{Given.Proxy("${stageVariables.url}/base/{proxy}", "ANY", mappings: PathMapping, parameters: PathParameter)}} } }"""),
            new { stageName = "dev", variables = new { url = backend.Url } });

        var (status, body, response) = await bench.InvokeAsync(id, "/a%20b/c?q=1&q=2", HttpMethod.Post, with: request =>
        {
            request.Headers.Add("X-Mine", "hello");
            request.Content = new StringContent("text");
        });

        var seen = JsonNode.Parse(body)!;
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("POST", "/base/a b/c", "?q=1&q=2", "text", "hello", id),
            (Text(seen, "method"), Text(seen, "path"), Text(seen, "query"), Text(seen, "body"), Text(seen["headers"]!, "x-mine"), Text(seen["headers"]!, "x-amzn-apigateway-api-id")));
        Assert.Equal("yes", response.Headers.GetValues("X-Backend").Single());
        Assert.True(response.Headers.Contains("x-amzn-RequestId"));
    }

    [Fact]
    public async Task A_proxy_hands_the_backends_refusal_through()
    {
        await using var backend = await Backend.StartAsync();
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.Document($$"""{"/x": {"get": {{Given.Proxy($"{backend.Url}/status/418")}} } }"""));

        Assert.Equal((HttpStatusCode)418, (await bench.InvokeAsync(id, "/x")).Status);
    }

    [Fact]
    public async Task Mappings_fill_path_query_and_headers()
    {
        await using var backend = await Backend.StartAsync();
        await using var bench = await Bench.StartAsync();
        const string mappings = """{"integration.request.path.id": "method.request.path.id", "integration.request.querystring.who": "method.request.header.who", "integration.request.header.stage": "context.stage", "integration.request.header.fix": "'a b'"}""";
        const string parameters = """[{"name": "id", "in": "path", "required": true}, {"name": "who", "in": "header"}]""";
        var id = await bench.DeployedAsync(Given.Document($$"""{"/x/{id}": {"get": {{Given.Proxy($"{backend.Url}/y/{{id}}", mappings: mappings, parameters: parameters)}} } }"""));

        var (_, body, _) = await bench.InvokeAsync(id, "/x/7", with: request => request.Headers.Add("who", "me"));

        var seen = JsonNode.Parse(body)!;
        Assert.Equal(("/y/7", "?who=me", "dev", "a b"), (Text(seen, "path"), Text(seen, "query"), Text(seen["headers"]!, "stage"), Text(seen["headers"]!, "fix")));
    }

    [Fact]
    public async Task An_integration_that_is_no_proxy_maps_request_status_and_body()
    {
        await using var backend = await Backend.StartAsync();
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.Document($$"""
            {"/x": {"post": {"responses": {"201": {"description": "", "headers": {"X-From": {"schema": {"type": "string"} } } } },
              "x-amazon-apigateway-integration": {"type": "http", "httpMethod": "POST", "uri": "{{backend.Url}}/status/404",
                "requestTemplates": {"application/json": "{\"name\": $input.json('$.n')}"},
                "responses": {"4\\d\\d": {"statusCode": "201", "responseParameters": {"method.response.header.X-From": "integration.response.header.X-Backend"},
                  "responseTemplates": {"application/json": "{\"sent\": $input.json('$.body')}"} } } } } } }
            """));

        var (status, body, response) = await bench.InvokeAsync(id, "/x", HttpMethod.Post, with: request => request.Content = new StringContent("""{"n": "Rex"}""", null, "application/json"));

        Assert.Equal((HttpStatusCode.Created, """{"sent": "{\"name\": \"Rex\"}"}"""), (status, body));
        Assert.Equal("yes", response.Headers.GetValues("X-From").Single());
    }

    [Fact]
    public async Task A_backend_that_takes_too_long_is_a_504()
    {
        await using var backend = await Backend.StartAsync();
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.Document($$"""{"/x": {"get": {{Given.Proxy($"{backend.Url}/never", more: "\"timeoutInMillis\": 50")}} } }"""));

        var (status, body, _) = await bench.InvokeAsync(id, "/x");

        Assert.Equal((HttpStatusCode.GatewayTimeout, """{"message":"Endpoint request timed out"}"""), (status, body));
    }

    [Fact]
    public async Task A_backend_that_is_not_there_is_a_504()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.Document($$"""{"/x": {"get": {{Given.Proxy("http://127.0.0.1:1/")}} } }"""));

        var (status, body, _) = await bench.InvokeAsync(id, "/x");

        Assert.Equal((HttpStatusCode.GatewayTimeout, """{"message":"Network error communicating with endpoint"}"""), (status, body));
    }

    [Fact]
    public async Task A_lambda_that_nothing_stands_for_is_a_500()
    {
        await using var bench = await Bench.StartAsync();
        const string uri = "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:123456789012:function:f/invocations";
        var id = await bench.DeployedAsync(Given.Document($$"""{"/x": {"get": {"responses": {}, "x-amazon-apigateway-integration": {"type": "aws_proxy", "httpMethod": "POST", "uri": "{{uri}}"} } } }"""));

        var (status, body, _) = await bench.InvokeAsync(id, "/x");

        Assert.Equal((HttpStatusCode.InternalServerError, """{"message":"Internal server error"}"""), (status, body));
    }

    private static string? Text(JsonNode node, string name) => node[name]?.GetValue<string>();
}
