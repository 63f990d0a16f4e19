using System.Net;
using System.Text;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;

namespace Portal.Tests.Amazon;

public class AnswerTests
{
    [Fact]
    public async Task A_page_of_apis_is_read()
    {
        var page = await AnswerOf(
            new Reply(Body: """
                {"item":[{"id":"abc","name":"orders","createdDate":1700000000,"apiKeySource":"HEADER","disableExecuteApiEndpoint":false,
                "endpointConfiguration":{"types":["REGIONAL"],"ipAddressType":"ipv4"},"tags":{"portal:id":"7"},"rootResourceId":"r","somethingNew":{"a":[1]}}],"position":"next"}
                """),
            client => client.GetRestApisAsync(new GetRestApisRequest(), TestContext.Current.CancellationToken));

        var api = Assert.Single(page.Items);
        Assert.Equal(("abc", "orders", "next"), (api.Id, api.Name, page.Position));
        Assert.Equal(new DateTime(2023, 11, 14, 22, 13, 20, DateTimeKind.Utc), api.CreatedDate);
        Assert.Equal(DateTimeKind.Utc, api.CreatedDate!.Value.Kind);
        Assert.Equal(ApiKeySourceType.HEADER, api.ApiKeySource);
        Assert.Equal(["REGIONAL"], api.EndpointConfiguration.Types);
        Assert.Equal("7", api.Tags["portal:id"]);
        Assert.Null(api.BinaryMediaTypes);
        Assert.Equal((HttpStatusCode.OK, "request-1"), (page.HttpStatusCode, page.ResponseMetadata.RequestId));
    }

    [Fact]
    public async Task Stages_come_under_item()
    {
        var stages = await AnswerOf(
            new Reply(Body: """
                {"item":[{"stageName":"prod","deploymentId":"d","cacheClusterEnabled":false,"cacheClusterStatus":"NOT_AVAILABLE","variables":{"base":"https://x"},
                "methodSettings":{"*/*":{"throttlingRateLimit":12.5,"throttlingBurstLimit":3,"unauthorizedCacheControlHeaderStrategy":"SUCCEED_WITH_RESPONSE_HEADER"}},
                "canarySettings":{"percentTraffic":10.0,"deploymentId":"e"}}]}
                """),
            client => client.GetStagesAsync(new GetStagesRequest { RestApiId = "abc" }, TestContext.Current.CancellationToken));

        var stage = Assert.Single(stages.Item);
        Assert.Equal(CacheClusterStatus.NOT_AVAILABLE, stage.CacheClusterStatus);
        Assert.Equal((12.5, 3), (stage.MethodSettings["*/*"].ThrottlingRateLimit, stage.MethodSettings["*/*"].ThrottlingBurstLimit));
        Assert.Equal((10, "e"), (stage.CanarySettings.PercentTraffic, stage.CanarySettings.DeploymentId));
        Assert.Equal("https://x", stage.Variables["base"]);
    }

    [Fact]
    public async Task Methods_embedded_in_resources_are_read()
    {
        var resources = await AnswerOf(
            new Reply(Body: """
                {"item":[{"id":"r1","path":"/pets/{id}","pathPart":"{id}","parentId":"r0","resourceMethods":{"GET":{"httpMethod":"GET","authorizationType":"NONE","apiKeyRequired":true,
                "requestParameters":{"method.request.path.id":true},"methodResponses":{"200":{"statusCode":"200","responseModels":{"application/json":"Empty"}}},
                "methodIntegration":{"type":"HTTP_PROXY","httpMethod":"GET","uri":"https://${stageVariables.base}/pets/{id}","timeoutInMillis":29000,"connectionType":"INTERNET",
                "passthroughBehavior":"WHEN_NO_MATCH","cacheKeyParameters":[],"contentHandling":"CONVERT_TO_TEXT","integrationResponses":{"200":{"statusCode":"200","selectionPattern":"2\\d{2}"}}}}}}]}
                """),
            client => client.GetResourcesAsync(new GetResourcesRequest { RestApiId = "abc" }, TestContext.Current.CancellationToken));

        var method = Assert.Single(resources.Items).ResourceMethods["GET"];
        Assert.True(method.ApiKeyRequired);
        Assert.True(method.RequestParameters["method.request.path.id"]);
        Assert.Equal("Empty", method.MethodResponses["200"].ResponseModels["application/json"]);
        Assert.Equal((IntegrationType.HTTP_PROXY, 29000), (method.MethodIntegration.Type, method.MethodIntegration.TimeoutInMillis));
        Assert.Equal((ConnectionType.INTERNET, ContentHandlingStrategy.CONVERT_TO_TEXT), (method.MethodIntegration.ConnectionType, method.MethodIntegration.ContentHandling));
        Assert.Empty(method.MethodIntegration.CacheKeyParameters);
        Assert.Equal("2\\d{2}", method.MethodIntegration.IntegrationResponses["200"].SelectionPattern);
    }

    [Fact]
    public async Task Usage_is_pairs_of_used_and_remaining_per_key()
    {
        var usage = await AnswerOf(
            new Reply(Body: """{"usagePlanId":"p","startDate":"2026-01-01","endDate":"2026-01-02","values":{"k1":[[3,97],[0,3000000000]]}}"""),
            client => client.GetUsageAsync(new GetUsageRequest { UsagePlanId = "p", StartDate = "2026-01-01", EndDate = "2026-01-02" }, TestContext.Current.CancellationToken));

        Assert.Equal([[3, 97], [0, 3000000000]], usage.Items["k1"]);
    }

    [Fact]
    public async Task An_export_is_raw_bytes_with_its_headers()
    {
        var export = await AnswerOf(
            new Reply(Body: "openapi: 3.0.1 # ü", ContentType: "application/yaml", Disposition: "attachment; filename=a.yaml"),
            client => client.GetExportAsync(new GetExportRequest { RestApiId = "a", StageName = "s", ExportType = "oas30", Accepts = "application/yaml" }, TestContext.Current.CancellationToken));

        Assert.Equal("openapi: 3.0.1 # ü", Encoding.UTF8.GetString(export.Body.ToArray()));
        Assert.Equal(0, export.Body.Position);
        Assert.Equal(("application/yaml", "attachment; filename=a.yaml"), (export.ContentType, export.ContentDisposition));
    }

    [Theory]
    [InlineData(202, "")]
    [InlineData(204, "")]
    [InlineData(202, "{}")]
    public async Task A_delete_answers_with_nothing(int status, string body)
    {
        var answer = await AnswerOf(new Reply(status, body), client => client.DeleteRestApiAsync(new DeleteRestApiRequest { RestApiId = "a" }, TestContext.Current.CancellationToken));

        Assert.Equal((HttpStatusCode)status, answer.HttpStatusCode);
    }

    [Fact]
    public async Task A_constant_that_is_newer_than_this_client_is_kept()
    {
        var api = await AnswerOf(
            new Reply(Body: """{"id":"a","apiKeySource":"COOKIE","endpointConfiguration":null}"""),
            client => client.GetRestApiAsync(new GetRestApiRequest { RestApiId = "a" }, TestContext.Current.CancellationToken));

        Assert.Equal("COOKIE", api.ApiKeySource.Value);
    }

    [Fact]
    public async Task Scalars_of_another_json_type_are_read_all_the_same()
    {
        var stage = await AnswerOf(
            new Reply(Body: """{"stageName":7,"cacheClusterEnabled":"true","createdDate":"2023-11-14T22:13:20Z","canarySettings":{"percentTraffic":"12.5"}}"""),
            client => client.GetStageAsync(new GetStageRequest { RestApiId = "a", StageName = "7" }, TestContext.Current.CancellationToken));

        Assert.Equal(("7", true, 12.5), (stage.StageName, stage.CacheClusterEnabled, stage.CanarySettings.PercentTraffic));
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1700000000), stage.CreatedDate);
    }

    private static async Task<T> AnswerOf<T>(Reply reply, Func<AmazonAPIGatewayClient, Task<T>> call)
    {
        await using var server = await RecordingServer.StartAsync(reply);
        using var client = Given.Client(server.Url);

        return await call(client);
    }
}
