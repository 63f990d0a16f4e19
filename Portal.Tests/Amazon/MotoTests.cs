using System.Globalization;
using System.Text;
using Amazon.APIGateway.Model;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;

namespace Portal.Tests.Amazon;

/// <summary>The clients against an AWS that is not ours. What moto lacks (MOCK integrations in a document, tags of an API, usage, test calls) is tested on the wire only.</summary>
public class MotoTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private const string Document = """
        {"openapi":"3.0.1","info":{"title":"pets","description":"moto asks for one","version":"1"},
         "paths":{"/pets/{id}":{"get":{"parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}],"responses":{"200":{"description":"OK"}},
           "x-amazon-apigateway-integration":{"type":"HTTP_PROXY","httpMethod":"GET","uri":"https://backend.invalid/pets"}}}}}
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_api_lives_from_creation_to_deletion()
    {
        using var client = Given.Client(moto.Url);

        var api = await client.CreateRestApiAsync(
            new CreateRestApiRequest { Name = "pets", EndpointConfiguration = new EndpointConfiguration { Types = ["REGIONAL"] }, Tags = new() { ["portal:id"] = "1" } }, Cancel);
        await client.PutRestApiAsync(new PutRestApiRequest { RestApiId = api.Id, Mode = "overwrite", Body = new MemoryStream(Encoding.UTF8.GetBytes(Document)) }, Cancel);

        var resources = await client.GetResourcesAsync(new GetResourcesRequest { RestApiId = api.Id, Embed = ["methods"], Limit = 500 }, Cancel);
        Assert.Contains("GET", resources.Items.Single(resource => resource.Path == "/pets/{id}").ResourceMethods.Keys);

        var deployment = await client.CreateDeploymentAsync(new CreateDeploymentRequest { RestApiId = api.Id, Description = "release-1" }, Cancel);
        await client.CreateStageAsync(
            new CreateStageRequest { RestApiId = api.Id, StageName = "prod", DeploymentId = deployment.Id, Variables = new() { ["base"] = "https://a" }, Tags = new() { ["portal:id"] = "2" } }, Cancel);
        await client.UpdateStageAsync(
            new UpdateStageRequest { RestApiId = api.Id, StageName = "prod", PatchOperations = [new PatchOperation { Op = "replace", Path = "/variables/base", Value = "https://b" }] }, Cancel);

        var stage = Assert.Single((await client.GetStagesAsync(new GetStagesRequest { RestApiId = api.Id }, Cancel)).Item);
        Assert.Equal(("prod", deployment.Id, "https://b"), (stage.StageName, stage.DeploymentId, stage.Variables["base"]));

        var arn = $"arn:aws:apigateway:eu-central-1::/restapis/{api.Id}/stages/prod";
        await client.TagResourceAsync(new TagResourceRequest { ResourceArn = arn, Tags = new() { ["team"] = "a" } }, Cancel);
        await client.UntagResourceAsync(new UntagResourceRequest { ResourceArn = arn, TagKeys = ["portal:id"] }, Cancel);
        var tagged = await client.GetStageAsync(new GetStageRequest { RestApiId = api.Id, StageName = "prod" }, Cancel);
        Assert.Equal(new Dictionary<string, string> { ["team"] = "a" }, tagged.Tags);

        var export = await client.GetExportAsync(new GetExportRequest { RestApiId = api.Id, StageName = "prod", ExportType = "oas30" }, Cancel);
        Assert.Contains("/pets/{id}", Encoding.UTF8.GetString(export.Body.ToArray()), StringComparison.Ordinal);
        Assert.StartsWith("attachment", export.ContentDisposition, StringComparison.Ordinal);

        Assert.Equal("release-1", (await client.GetDeploymentsAsync(new GetDeploymentsRequest { RestApiId = api.Id }, Cancel)).Items.Single().Description);

        var read = await client.GetRestApiAsync(new GetRestApiRequest { RestApiId = api.Id }, Cancel);
        Assert.Equal("1", read.Tags["portal:id"]);
        Assert.InRange(read.CreatedDate!.Value.ToUniversalTime(), DateTime.UtcNow.AddHours(-1), DateTime.UtcNow.AddMinutes(1));

        await client.DeleteStageAsync(new DeleteStageRequest { RestApiId = api.Id, StageName = "prod" }, Cancel);
        await client.DeleteRestApiAsync(new DeleteRestApiRequest { RestApiId = api.Id }, Cancel);
        await Assert.ThrowsAsync<NotFoundException>(() => client.GetRestApiAsync(new GetRestApiRequest { RestApiId = api.Id }, Cancel));
    }

    [Fact]
    public async Task A_document_is_imported_as_an_api()
    {
        using var client = Given.Client(moto.Url);

        var api = await client.ImportRestApiAsync(new ImportRestApiRequest { Body = new MemoryStream(Encoding.UTF8.GetBytes(Document)) }, Cancel);

        Assert.Equal("pets", api.Name);
        Assert.Contains(api.Id, (await client.GetRestApisAsync(new GetRestApisRequest(), Cancel)).Items.Select(item => item.Id));
    }

    [Fact]
    public async Task A_key_is_admitted_by_a_plan()
    {
        using var client = Given.Client(moto.Url);

        var plan = await client.CreateUsagePlanAsync(
            new CreateUsagePlanRequest { Name = "gold", Throttle = new ThrottleSettings { RateLimit = 12.5, BurstLimit = 25 }, Quota = new QuotaSettings { Limit = 1000, Period = "DAY" } }, Cancel);
        var key = await client.CreateApiKeyAsync(new CreateApiKeyRequest { Name = "app", Enabled = true, Value = "0123456789-0123456789", Tags = new() { ["portal:id"] = "9" } }, Cancel);
        await client.CreateUsagePlanKeyAsync(new CreateUsagePlanKeyRequest { UsagePlanId = plan.Id, KeyId = key.Id, KeyType = "API_KEY" }, Cancel);
        await client.UpdateUsagePlanAsync(
            new UpdateUsagePlanRequest { UsagePlanId = plan.Id, PatchOperations = [new PatchOperation { Op = "replace", Path = "/throttle/rateLimit", Value = "5" }] }, Cancel);

        Assert.Equal(key.Id, (await client.GetUsagePlanKeysAsync(new GetUsagePlanKeysRequest { UsagePlanId = plan.Id }, Cancel)).Items.Single().Id);
        var changed = await client.GetUsagePlanAsync(new GetUsagePlanRequest { UsagePlanId = plan.Id }, Cancel);
        Assert.Equal((5, 25, 1000, "DAY"), (changed.Throttle.RateLimit, changed.Throttle.BurstLimit, changed.Quota.Limit, changed.Quota.Period.Value));

        await client.UpdateApiKeyAsync(new UpdateApiKeyRequest { ApiKey = key.Id, PatchOperations = [new PatchOperation { Op = "replace", Path = "/enabled", Value = "false" }] }, Cancel);
        Assert.False((await client.GetApiKeyAsync(new GetApiKeyRequest { ApiKey = key.Id }, Cancel)).Enabled);

        await client.DeleteUsagePlanKeyAsync(new DeleteUsagePlanKeyRequest { UsagePlanId = plan.Id, KeyId = key.Id }, Cancel);
        await client.DeleteApiKeyAsync(new DeleteApiKeyRequest { ApiKey = key.Id }, Cancel);
        await client.DeleteUsagePlanAsync(new DeleteUsagePlanRequest { UsagePlanId = plan.Id }, Cancel);
        Assert.DoesNotContain(plan.Id, (await client.GetUsagePlansAsync(new GetUsagePlansRequest(), Cancel)).Items.Select(item => item.Id));
    }

    [Fact]
    public async Task A_number_that_was_put_is_read_back()
    {
        using var client = new AmazonCloudWatchClient(Given.Credentials, new AmazonCloudWatchConfig { ServiceURL = moto.Url, AuthenticationRegion = "eu-central-1" });
        var hour = new DateTime(DateTime.UtcNow.Ticks / TimeSpan.TicksPerHour * TimeSpan.TicksPerHour, DateTimeKind.Utc).AddHours(-1);
        List<Dimension> dimensions = [new Dimension { Name = "ApiName", Value = "pets" }];

        await client.PutMetricDataAsync(
            new PutMetricDataRequest { Namespace = "AWS/ApiGateway", MetricData = [new MetricDatum { MetricName = "Count", Value = 7, Timestamp = hour, Unit = StandardUnit.Count, Dimensions = dimensions }] }, Cancel);

        var listed = await client.ListMetricsAsync(new ListMetricsRequest { Namespace = "AWS/ApiGateway" }, Cancel);
        Assert.Equal("pets", listed.Metrics.Single().Dimensions.Single().Value);

        var metric = new Metric { Namespace = "AWS/ApiGateway", MetricName = "Count", Dimensions = dimensions };
        var read = await client.GetMetricDataAsync(
            new GetMetricDataRequest
            {
                StartTime = hour.AddHours(-1),
                EndTime = hour.AddHours(1),
                ScanBy = ScanBy.TimestampAscending,
                MetricDataQueries = [new MetricDataQuery { Id = "m1", MetricStat = new MetricStat { Metric = metric, Period = 3600, Stat = "Sum" } }],
            },
            Cancel);

        var series = Assert.Single(read.MetricDataResults);
        Assert.Equal(("m1", StatusCode.Complete), (series.Id, series.StatusCode));
        Assert.Equal([7], series.Values);
        Assert.Equal([hour], series.Timestamps);
    }

    [Fact]
    public async Task A_line_that_was_logged_is_found()
    {
        using var client = new AmazonCloudWatchLogsClient(Given.Credentials, new AmazonCloudWatchLogsConfig { ServiceURL = moto.Url, AuthenticationRegion = "eu-central-1" });
        var now = new DateTime(DateTime.UtcNow.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        var line = $$"""{"status":"200","at":"{{now.ToString("O", CultureInfo.InvariantCulture)}}"}""";

        await client.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = "pets-prod" }, Cancel);
        await client.PutRetentionPolicyAsync(new PutRetentionPolicyRequest { LogGroupName = "pets-prod", RetentionInDays = 30 }, Cancel);
        await client.CreateLogStreamAsync(new CreateLogStreamRequest { LogGroupName = "pets-prod", LogStreamName = "a" }, Cancel);
        await client.PutLogEventsAsync(
            new PutLogEventsRequest { LogGroupName = "pets-prod", LogStreamName = "a", LogEvents = [new InputLogEvent { Timestamp = now, Message = line }] }, Cancel);

        var group = Assert.Single((await client.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = "pets" }, Cancel)).LogGroups);
        Assert.Equal(30, group.RetentionInDays);
        Assert.InRange(group.CreationTime!.Value.ToUniversalTime(), now.AddMinutes(-1), now.AddHours(1));

        var found = Assert.Single((await client.FilterLogEventsAsync(new FilterLogEventsRequest { LogGroupName = "pets-prod" }, Cancel)).Events);
        Assert.Equal((line, new DateTimeOffset(now).ToUnixTimeMilliseconds()), (found.Message, found.Timestamp));

        await Assert.ThrowsAsync<ResourceAlreadyExistsException>(() => client.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = "pets-prod" }, Cancel));
    }
}
