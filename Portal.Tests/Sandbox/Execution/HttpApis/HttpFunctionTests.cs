using System.Net;
using System.Text.Json.Nodes;

namespace Portal.Tests.Sandbox.Execution.HttpApis;

public sealed class HttpFunctionTests
{
    [Fact]
    public async Task A_function_gets_an_event_of_format_2()
    {
        await using var functions = await Functions.StartAsync(("f", _ => """{"statusCode": 201, "headers": {"x-a": "b", "Content-Type": "text/x"}, "cookies": ["a=1", "b=2"], "body": "bWFkZQ==", "isBase64Encoded": true}"""));
        await using var desk = await HttpDesk.OpenAsync(new() { Lambdas = functions.Urls });
        await desk.RouteAsync("POST /pets/{id}", "f");

        var (status, body, response) = await desk.SendAsync("/pets/7?a=1&a=2", HttpMethod.Post, request =>
        {
            request.Headers.Add("Cookie", "x=1; y=2");
            request.Content = new StringContent("""{"n": 1}""", null, "application/json");
        });

        Assert.Equal((HttpStatusCode.Created, "made", "b", "a=1|b=2"), (status, body, response.Headers.GetValues("x-a").Single(), string.Join('|', response.Headers.GetValues("Set-Cookie"))));
        var sent = functions.Events.Single();
        Assert.Equal("2.0 POST /pets/{id} /pets/7 a=1&a=2 1,2 7 {\"n\": 1} False", $"{sent["version"]} {sent["routeKey"]} {sent["rawPath"]} {sent["rawQueryString"]} {sent["queryStringParameters"]!["a"]} {sent["pathParameters"]!["id"]} {sent["body"]} {(bool)sent["isBase64Encoded"]!}");
        Assert.Equal(["x=1", "y=2"], sent["cookies"]!.AsArray().Select(cookie => $"{cookie}"));
        Assert.Equal($"{desk.Id} $default POST /pets/7 127.0.0.1", $"{sent["requestContext"]!["apiId"]} {sent["requestContext"]!["stage"]} {sent["requestContext"]!["http"]!["method"]} {sent["requestContext"]!["http"]!["path"]} {sent["requestContext"]!["http"]!["sourceIp"]}");
    }

    [Theory]
    [InlineData("""{"hello": "you"}""", 200, """{"hello": "you"}""")]
    [InlineData("\"hello\"", 200, "hello")]
    [InlineData("""{"statusCode": 404, "body": "none", "more": true}""", 404, "none")]
    [InlineData("""{"errorMessage": "boom", "errorType": "Error"}""", 500, """{"message":"Internal Server Error"}""")]
    [InlineData("no json", 500, """{"message":"Internal Server Error"}""")]
    [InlineData("""{"statusCode": "x"}""", 500, """{"message":"Internal Server Error"}""")]
    public async Task What_has_no_status_is_the_body(string answer, int status, string body)
    {
        await using var functions = await Functions.StartAsync(("f", _ => answer));
        await using var desk = await HttpDesk.OpenAsync(new() { Lambdas = functions.Urls });
        await desk.RouteAsync("$default", "f");

        Assert.Equal((status, body), await desk.SendAsync("/") is var (actual, text, _) ? ((int)actual, text) : default);
    }

    [Fact]
    public async Task Format_1_is_much_as_in_REST_APIs()
    {
        await using var functions = await Functions.StartAsync(("f", _ => """{"statusCode": 200, "multiValueHeaders": {"x-a": ["1", "2"]}, "body": "fine"}"""));
        await using var desk = await HttpDesk.OpenAsync(new() { Lambdas = functions.Urls });
        await desk.RouteAsync("GET /pets/{id}", "f", new { payloadFormatVersion = "1.0" });

        var (_, body, response) = await desk.SendAsync("/pets/7?a=1&a=2");

        Assert.Equal(("fine", "1,2"), (body, string.Join(',', response.Headers.GetValues("x-a"))));
        var sent = functions.Events.Single();
        Assert.Equal("1.0 /pets/{id} /pets/7 GET 2 [\"1\",\"2\"] 7", $"{sent["version"]} {sent["resource"]} {sent["path"]} {sent["httpMethod"]} {sent["queryStringParameters"]!["a"]} {sent["multiValueQueryStringParameters"]!["a"]!.ToJsonString()} {sent["pathParameters"]!["id"]}");
        Assert.Null((JsonNode?)sent["body"]);
    }
}
