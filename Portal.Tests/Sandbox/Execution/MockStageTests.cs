using System.Net;

namespace Portal.Tests.Sandbox.Execution;

public sealed class MockStageTests
{
    [Fact]
    public async Task A_deployed_mock_answers_by_path()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument(body: """{"id":"$context.requestId","q":"$input.params('q')","v":"$stageVariables.v"}"""), new { stageName = "dev", variables = new { v = "1" } });

        var (status, body, response) = await bench.InvokeAsync(id, "/pets?q=7");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal($$"""{"id":"{{response.Headers.GetValues("x-amzn-RequestId").Single()}}","q":"7","v":"1"}""", body);
        Assert.True(response.Headers.Contains("x-amz-apigw-id"));
    }

    [Fact]
    public async Task A_deployed_mock_answers_by_host_name()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument());

        using HttpRequestMessage request = new(HttpMethod.Get, "/dev/pets") { Headers = { Host = $"{id}.execute-api.localhost:4566" } };
        var (status, body, _) = await bench.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, """{"ok":true}"""), (status, body));
    }

    [Fact]
    public async Task A_stage_serves_its_deployment_whatever_becomes_of_the_working_copy()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument(body: "one"));
        await bench.DoneAsync(HttpMethod.Put, $"/restapis/{id}?mode=overwrite", Given.MockDocument(body: "two"));

        Assert.Equal("one", (await bench.InvokeAsync(id, "/pets")).Body);

        await bench.DeployAsync(id);
        Assert.Equal("two", (await bench.InvokeAsync(id, "/pets")).Body);
    }

    [Theory]
    [InlineData("/nowhere", "GET")]
    [InlineData("/pets", "POST")]
    [InlineData("/", "GET")]
    public async Task What_is_no_route_is_a_missing_authentication_token(string path, string verb)
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument());

        var (status, body, response) = await bench.InvokeAsync(id, path, new(verb));

        Assert.Equal((HttpStatusCode.Forbidden, """{"message":"Missing Authentication Token"}"""), (status, body));
        Assert.Equal("MissingAuthenticationTokenException", response.Headers.GetValues("x-amzn-ErrorType").Single());
    }

    [Fact]
    public async Task A_stage_that_is_not_there_is_forbidden()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument());

        var (status, body, _) = await bench.InvokeAsync(id, "/pets", stage: "prod");

        Assert.Equal((HttpStatusCode.Forbidden, """{"message":"Forbidden"}"""), (status, body));
    }

    [Fact]
    public async Task A_template_with_what_is_not_supported_is_refused_rather_than_rendered_wrong()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument(body: "#parse('a')yes"));

        Assert.Equal((HttpStatusCode.InternalServerError, """{"message":"Internal server error"}"""), ((await bench.InvokeAsync(id, "/pets")) is var (status, body, _) ? (status, body) : default));
    }
}
