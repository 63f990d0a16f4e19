using System.Net;

namespace Portal.Tests.Sandbox.Execution.Policies;

public sealed class ResourcePolicyTests
{
    private const string Allow = """{"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*"}""";

    [Fact]
    public async Task Who_comes_from_an_address_that_is_denied_is_told_so()
    {
        await using var bench = await Bench.StartAsync();
        var id = await DeployedAsync(bench, $$"""{{Allow}}, {"Effect": "Deny", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*/GET/pets", "Condition": {"IpAddress": {"aws:SourceIp": "127.0.0.0/8"} } }""");

        var (status, body, response) = await bench.InvokeAsync(id, "/pets");

        Assert.Equal((HttpStatusCode.Forbidden, $$"""{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-central-1:********9012:{{id}}/dev/GET/pets with an explicit deny"}"""), (status, body));
        Assert.Equal("AccessDeniedException", response.Headers.GetValues("x-amzn-ErrorType").Single());
    }

    [Fact]
    public async Task Who_is_not_allowed_is_refused()
    {
        await using var bench = await Bench.StartAsync();
        var id = await DeployedAsync(bench, """{"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*", "Condition": {"StringEquals": {"aws:SourceVpce": "vpce-1"} } }""");

        var (status, body, _) = await bench.InvokeAsync(id, "/pets");
        var through = await bench.InvokeAsync(id, "/pets", with: request => request.Headers.Add("x-amzn-vpce-id", "vpce-1"));

        Assert.Equal((HttpStatusCode.Forbidden, $$"""{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-central-1:********9012:{{id}}/dev/GET/pets"}"""), (status, body));
        Assert.Equal(HttpStatusCode.OK, through.Status);
    }

    [Fact]
    public async Task A_policy_belongs_to_the_deployment()
    {
        await using var bench = await Bench.StartAsync();
        var id = await DeployedAsync(bench, Allow);
        var deny = """{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*"}]}""";
        await bench.DoneAsync(HttpMethod.Patch, $"/restapis/{id}", new { patchOperations = new[] { new { op = "replace", path = "/policy", value = deny } } });

        Assert.Equal(HttpStatusCode.OK, (await bench.InvokeAsync(id, "/pets")).Status);
        await bench.DeployAsync(id);
        Assert.Equal(HttpStatusCode.Forbidden, (await bench.InvokeAsync(id, "/pets")).Status);
    }

    private static Task<string> DeployedAsync(Bench bench, string statements) =>
        bench.DeployedAsync(Given.MockDocument(more: $$"""
            "x-amazon-apigateway-policy": {"Version": "2012-10-17", "Statement": [{{statements}}]}
            """));
}
