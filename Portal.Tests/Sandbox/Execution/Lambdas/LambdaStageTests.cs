using System.Net;
using System.Text.Json.Nodes;

namespace Portal.Tests.Sandbox.Execution.Lambdas;

public sealed class LambdaStageTests
{
    private const string Fine = """{"statusCode": 201, "headers": {"X-One": "1", "Content-Type": "text/plain"}, "multiValueHeaders": {"X-Two": ["a", "b"]}, "body": "made"}""";

    [Fact]
    public async Task A_function_gets_the_call_as_an_event_and_its_answer_goes_out()
    {
        await using var functions = await Functions.StartAsync(("f", _ => Fine));
        await using var bench = await Bench.StartAsync(new() { Lambdas = functions.Urls });
        var id = await DeployedAsync(bench, Proxy("f"));

        var (status, body, response) = await bench.InvokeAsync(id, "/pets/a%20b?q=1&q=2&r=3", HttpMethod.Post, with: request =>
        {
            request.Content = new StringContent("héllo");
            request.Headers.Add("X-Many", ["1", "2"]);
        });

        Assert.Equal((HttpStatusCode.Created, "made", "text/plain", "1", "a,b"), (status, body, response.Content.Headers.ContentType?.MediaType, Header(response, "X-One"), Header(response, "X-Two")));
        var sent = functions.Events.Single();
        Assert.Equal("/pets/{id} /pets/a%20b POST 2 [\"1\",\"2\"] 3 a b dev héllo false", $"{sent["resource"]} {sent["path"]} {sent["httpMethod"]} {sent["queryStringParameters"]!["q"]} {sent["multiValueQueryStringParameters"]!["q"]!.ToJsonString()} {sent["queryStringParameters"]!["r"]} {sent["pathParameters"]!["id"]} {sent["stageVariables"]!["env"]} {sent["body"]} {sent["isBase64Encoded"]}");
        var context = sent["requestContext"]!;
        Assert.Equal($"{id} dev /pets/{{id}} 127.0.0.1 {Header(response, "x-amzn-RequestId")} /dev/pets/a%20b", $"{context["apiId"]} {context["stage"]} {context["resourcePath"]} {context["identity"]!["sourceIp"]} {context["requestId"]} {context["path"]}");
    }

    [Theory]
    [InlineData("{}", 200)]
    [InlineData("""{"statusCode": "204"}""", 204)]
    [InlineData("""{"body": "x", "more": 1}""", 502)]
    [InlineData("""{"body": {"a": 1}}""", 502)]
    [InlineData("""{"statusCode": "fine"}""", 502)]
    [InlineData("""{"headers": {"a": ["b"]}}""", 502)]
    [InlineData("""{"multiValueHeaders": {"a": "b"}}""", 502)]
    [InlineData("\"text\"", 502)]
    [InlineData("no json", 502)]
    [InlineData("""{"errorMessage": "boom", "errorType": "Error"}""", 502)]
    public async Task What_a_function_answers_must_have_its_form(string answer, int status)
    {
        await using var functions = await Functions.StartAsync(("f", _ => answer));
        await using var bench = await Bench.StartAsync(new() { Lambdas = functions.Urls });
        var id = await DeployedAsync(bench, Proxy("f"));

        var (actual, body, response) = await bench.InvokeAsync(id, "/pets/1", HttpMethod.Post);

        Assert.Equal(status, (int)actual);
        if (status is 502)
        {
            Assert.Equal(("""{"message":"Internal server error"}""", "InternalServerErrorException"), (body, Header(response, "x-amzn-ErrorType")));
        }
    }

    [Fact]
    public async Task A_function_that_is_too_slow_is_a_504()
    {
        await using var functions = await Functions.StartAsync(("f", _ => "never"));
        await using var bench = await Bench.StartAsync(new() { Lambdas = functions.Urls });
        var id = await DeployedAsync(bench, Proxy("f", """ "timeoutInMillis": 50 """));

        Assert.Equal((HttpStatusCode.GatewayTimeout, """{"message":"Endpoint request timed out"}"""), await AnswerAsync(bench, id, "/pets/1"));
    }

    [Fact]
    public async Task An_alias_is_found_by_a_stage_variable_and_by_its_functions_ARN()
    {
        await using var functions = await Functions.StartAsync(("f", _ => Fine));
        await using var bench = await Bench.StartAsync(new() { Lambdas = functions.Urls });
        var id = await DeployedAsync(bench, Proxy("${stageVariables.fn}:live"));

        Assert.Equal((HttpStatusCode.Created, "made"), await AnswerAsync(bench, id, "/pets/1"));
    }

    [Theory]
    [InlineData("Rex", 200, "hello Rex")]
    [InlineData("", 400, "bad: no name")]
    public async Task A_function_that_is_no_proxy_is_mapped_both_ways(string name, int status, string answer)
    {
        await using var functions = await Functions.StartAsync(("f", sent => $"{sent["who"]}" is { Length: > 0 } who ? $$"""{"greeting": "hello {{who}}"}""" : """{"errorMessage": "no name", "errorType": "Error"}"""));
        await using var bench = await Bench.StartAsync(new() { Lambdas = functions.Urls });
        var id = await DeployedAsync(bench, $$"""
            {"responses": {"200": {"description": ""}, "400": {"description": ""} },
             "x-amazon-apigateway-integration": {"type": "aws", "httpMethod": "POST", "uri": "{{Functions.Uri("f")}}",
               "requestTemplates": {"application/json": "#set($in = $input.path('$'))\n{\"who\": \"$!in.name\"}"},
               "responses": {"default": {"statusCode": "200", "responseTemplates": {"application/json": "$input.path('$.greeting')"} },
                             "no .*": {"statusCode": "400", "responseTemplates": {"application/json": "bad: $input.path('$.errorMessage')"} } } } }
            """);

        var (actual, body, _) = await bench.InvokeAsync(id, "/pets/1", HttpMethod.Post, with: request => request.Content = new StringContent($$"""{"name": "{{name}}"}""", null, "application/json"));

        Assert.Equal((status, answer), ((int)actual, body));
    }

    [Fact]
    public async Task Binary_goes_in_and_out_as_Base64()
    {
        await using var functions = await Functions.StartAsync(("f", sent => new JsonObject { ["body"] = (string?)sent["body"], ["isBase64Encoded"] = true, ["headers"] = new JsonObject { ["Content-Type"] = "image/png" } }.ToJsonString()));
        await using var bench = await Bench.StartAsync(new() { Lambdas = functions.Urls });
        var id = await DeployedAsync(bench, Proxy("f"), """ "x-amazon-apigateway-binary-media-types": ["image/*"] """);
        byte[] image = [0, 255, 137, 80];

        var (_, _, response) = await bench.InvokeAsync(id, "/pets/1", HttpMethod.Post, with: request =>
        {
            request.Content = new ByteArrayContent(image) { Headers = { ContentType = new("image/png") } };
            request.Headers.Accept.Add(new("image/png"));
        });

        Assert.Equal(image, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("AP+JUA==", (string?)functions.Events.Single()["body"]);
        Assert.True((bool)functions.Events.Single()["isBase64Encoded"]!);
        var (_, text, _) = await bench.InvokeAsync(id, "/pets/1", HttpMethod.Post, with: request =>
        {
            request.Content = new ByteArrayContent(image) { Headers = { ContentType = new("image/png") } };
            request.Headers.Accept.Add(new("text/plain"));
        });
        Assert.Equal("AP+JUA==", text);
    }

    private static string Proxy(string function, string more = "") => $$"""
        {"responses": {}, "x-amazon-apigateway-integration": {"type": "aws_proxy", "httpMethod": "POST", "uri": "{{Functions.Uri(function)}}" {{(more is "" ? "" : $", {more}")}} } }
        """;

    private static Task<string> DeployedAsync(Bench bench, string operation, string more = "") =>
        bench.DeployedAsync(Given.Document($$"""{"/pets/{id}": {"post": {{operation}} } }""", more), new { stageName = "dev", variables = new { env = "dev", fn = "f" } });

    private static async Task<(HttpStatusCode, string)> AnswerAsync(Bench bench, string id, string path) =>
        await bench.InvokeAsync(id, path, HttpMethod.Post) is var (status, body, _) ? (status, body) : default;

    private static string Header(HttpResponseMessage response, string name) => string.Join(',', response.Headers.GetValues(name));
}
