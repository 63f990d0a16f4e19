using System.Text;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;

namespace Portal.Tests.Amazon;

public class WireTests
{
    [Fact]
    public async Task Every_request_asks_for_plain_json()
    {
        var seen = await SeenOf(client => client.GetAccountAsync(new GetAccountRequest(), TestContext.Current.CancellationToken));

        Assert.Equal("application/json", seen.Headers["Accept"]);
        Assert.Equal(("GET", "/account", ""), (seen.Method, seen.Target, seen.Body));
    }

    [Fact]
    public async Task A_signature_is_right_for_the_region_of_the_connection()
    {
        var seen = await SeenOf(client => client.GetRestApisAsync(new GetRestApisRequest { Limit = 500, Position = "a+b/c=" }, TestContext.Current.CancellationToken));

        var (scope, isRight) = Signature.Check(seen, Given.Secret);

        Assert.EndsWith("/eu-central-1/apigateway/aws4_request", scope, StringComparison.Ordinal);
        Assert.True(isRight);
        Assert.Equal("/restapis?limit=500&position=a%2Bb%2Fc%3D", seen.Target);
    }

    [Fact]
    public async Task A_document_is_sent_byte_for_byte_from_where_its_stream_stands()
    {
        var body = new MemoryStream(Encoding.UTF8.GetBytes("skip" + """{"openapi":"3.0.1","info":{"title":"Ü"}}""")) { Position = 4 };

        var seen = await SeenOf(client => client.PutRestApiAsync(
            new PutRestApiRequest { RestApiId = "abc", Mode = PutMode.Overwrite, FailOnWarnings = true, Body = body, Parameters = new() { ["basepath"] = "prepend" } },
            TestContext.Current.CancellationToken));

        Assert.Equal(("PUT", "/restapis/abc?basepath=prepend&failonwarnings=true&mode=overwrite"), (seen.Method, seen.Target));
        Assert.Equal("""{"openapi":"3.0.1","info":{"title":"Ü"}}""", seen.Body);
        Assert.True(Signature.Check(seen, Given.Secret).IsRight);
    }

    [Fact]
    public async Task An_import_says_that_it_is_one()
    {
        var seen = await SeenOf(client => client.ImportRestApiAsync(
            new ImportRestApiRequest { Body = new MemoryStream("{}"u8.ToArray()), Parameters = new() { ["endpointConfigurationTypes"] = "REGIONAL" } },
            TestContext.Current.CancellationToken));

        Assert.Equal(("POST", "/restapis?endpointConfigurationTypes=REGIONAL&mode=import"), (seen.Method, seen.Target));
        Assert.True(Signature.Check(seen, Given.Secret).IsRight);
    }

    [Fact]
    public async Task What_is_not_set_is_not_sent()
    {
        var seen = await SeenOf(client => client.CreateRestApiAsync(
            new CreateRestApiRequest
            {
                Name = "orders",
                EndpointConfiguration = new EndpointConfiguration { Types = ["REGIONAL"] },
                ApiKeySource = ApiKeySourceType.HEADER,
                DisableExecuteApiEndpoint = false,
                Tags = new() { ["portal:id"] = "1" },
            },
            TestContext.Current.CancellationToken));

        Assert.Equal("application/json", seen.Headers["Content-Type"]);
        AssertJson.Equal(
            """{"name":"orders","endpointConfiguration":{"types":["REGIONAL"]},"apiKeySource":"HEADER","disableExecuteApiEndpoint":false,"tags":{"portal:id":"1"}}""",
            seen.Body);
    }

    [Fact]
    public async Task A_patch_is_a_list_of_operations_in_their_order()
    {
        var seen = await SeenOf(client => client.UpdateStageAsync(
            new UpdateStageRequest
            {
                RestApiId = "abc",
                StageName = "prod",
                PatchOperations =
                [
                    new PatchOperation { Op = Op.Replace, Path = "/deploymentId", Value = "d1" },
                    new PatchOperation { Op = Op.Copy, Path = "/variables/a", From = "/canarySettings/stageVariableOverrides/a" },
                    new PatchOperation { Op = "remove", Path = "/variables/b" },
                ],
            },
            TestContext.Current.CancellationToken));

        Assert.Equal(("PATCH", "/restapis/abc/stages/prod"), (seen.Method, seen.Target));
        AssertJson.Equal(
            """
            {"patchOperations":[
              {"op":"replace","path":"/deploymentId","value":"d1"},
              {"from":"/canarySettings/stageVariableOverrides/a","op":"copy","path":"/variables/a"},
              {"op":"remove","path":"/variables/b"}]}
            """,
            seen.Body);
    }

    [Fact]
    public async Task An_arn_is_one_segment_of_the_path()
    {
        const string arn = "arn:aws:apigateway:eu-central-1::/restapis/abc/stages/prod";

        var tag = await SeenOf(client => client.TagResourceAsync(new TagResourceRequest { ResourceArn = arn, Tags = new() { ["a"] = "b" } }, TestContext.Current.CancellationToken));
        var untag = await SeenOf(client => client.UntagResourceAsync(new UntagResourceRequest { ResourceArn = arn, TagKeys = ["a b", "c"] }, TestContext.Current.CancellationToken));

        Assert.Equal("/tags/arn%3Aaws%3Aapigateway%3Aeu-central-1%3A%3A%2Frestapis%2Fabc%2Fstages%2Fprod", tag.Target);
        AssertJson.Equal("""{"tags":{"a":"b"}}""", tag.Body);
        Assert.Equal(tag.Target + "?tagKeys=a%20b&tagKeys=c", untag.Target);
        Assert.Equal(("DELETE", ""), (untag.Method, untag.Body));
        Assert.True(Signature.Check(tag, Given.Secret).IsRight);
        Assert.True(Signature.Check(untag, Given.Secret).IsRight);
    }

    [Fact]
    public async Task A_list_in_a_query_repeats_its_name()
    {
        var seen = await SeenOf(client => client.GetResourcesAsync(new GetResourcesRequest { RestApiId = "abc", Embed = ["methods"], Limit = 500 }, TestContext.Current.CancellationToken));

        Assert.Equal("/restapis/abc/resources?embed=methods&limit=500", seen.Target);
    }

    [Fact]
    public async Task An_export_is_asked_for_in_the_type_that_the_caller_accepts()
    {
        var seen = await SeenOf(client => client.GetExportAsync(
            new GetExportRequest { RestApiId = "abc", StageName = "prod", ExportType = "oas30", Accepts = "application/yaml", Parameters = new() { ["extensions"] = "apigateway" } },
            TestContext.Current.CancellationToken));

        Assert.Equal("/restapis/abc/stages/prod/exports/oas30?extensions=apigateway", seen.Target);
        Assert.Equal("application/yaml", seen.Headers["Accept"]);
    }

    [Fact]
    public async Task A_key_goes_into_the_plan_that_is_named()
    {
        var seen = await SeenOf(client => client.CreateUsagePlanKeyAsync(
            new CreateUsagePlanKeyRequest { UsagePlanId = "p1", KeyId = "k1", KeyType = "API_KEY" }, TestContext.Current.CancellationToken));

        Assert.Equal(("POST", "/usageplans/p1/keys"), (seen.Method, seen.Target));
        AssertJson.Equal("""{"keyId":"k1","keyType":"API_KEY"}""", seen.Body);
    }

    [Fact]
    public async Task A_request_that_does_not_name_its_thing_is_never_sent()
    {
        await using var server = await RecordingServer.StartAsync();
        using var client = Given.Client(server.Url);

        await Assert.ThrowsAsync<AmazonAPIGatewayException>(() => client.DeleteRestApiAsync(new DeleteRestApiRequest(), TestContext.Current.CancellationToken));

        Assert.Empty(server.All);
    }

    [Fact]
    public async Task One_client_serves_many_callers_at_once()
    {
        await using var server = await RecordingServer.StartAsync();
        using var client = Given.Client(server.Url);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => client.GetRestApiAsync(new GetRestApiRequest { RestApiId = $"api{i}" }, TestContext.Current.CancellationToken)));

        Assert.Equal(50, server.All.Select(seen => seen.Target).Distinct().Count());
        Assert.All(server.All, seen => Assert.True(Signature.Check(seen, Given.Secret).IsRight));
    }

    private static async Task<Seen> SeenOf(Func<AmazonAPIGatewayClient, Task> call)
    {
        await using var server = await RecordingServer.StartAsync();
        using var client = Given.Client(server.Url);

        await call(client);

        return server.Only;
    }
}
