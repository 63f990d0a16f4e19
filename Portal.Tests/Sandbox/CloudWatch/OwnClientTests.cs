using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Sandbox.CloudWatch;

/// <summary>The portal's own client against the sandbox: both sides were written by us, so this shows only that they fit.</summary>
public sealed class OwnClientTests
{
    [Fact]
    public async Task Served_calls_are_read_back()
    {
        FakeTimeProvider clock = new(Watch.Noon);
        await using var backend = await Backend.StartAsync(clock);
        await using var bench = await Bench.StartAsync(new() { TimeProvider = clock });
        var id = await bench.DeployedAsync(Given.Document($$"""{"/x": {"get": {{Given.Proxy(backend.Url)}} } }"""));
        using AmazonCloudWatchClient client = new(new BasicAWSCredentials("any", "thing"), new AmazonCloudWatchConfig { ServiceURL = bench.Server.Address.ToString(), AuthenticationRegion = "eu-central-1" });
        MetricDataQuery query = new() { Id = "q", MetricStat = new() { Metric = new() { Namespace = "AWS/ApiGateway", MetricName = "Latency", Dimensions = [new() { Name = "ApiName", Value = "pets" }] }, Period = 60, Stat = "p90" } };

        await bench.InvokeAsync(id, "/x?takes=25");
        MetricDataResult result;
        var tries = 0;
        do
        {
            Assert.True(tries++ < 20_000, "The call was not counted.");
            var answer = await client.GetMetricDataAsync(new() { MetricDataQueries = [query], StartTime = Watch.Noon.UtcDateTime, EndTime = Watch.Noon.AddMinutes(1).UtcDateTime }, TestContext.Current.CancellationToken);
            result = Assert.Single(answer.MetricDataResults);
        }
        while (result.Values is not { Count: > 0 });

        Assert.Equal((25, Watch.Noon.UtcDateTime, StatusCode.Complete), (result.Values[0], result.Timestamps[0], result.StatusCode));
        var refused = await Assert.ThrowsAsync<InvalidParameterValueException>(() => client.PutMetricDataAsync(
            new() { Namespace = "Test", MetricData = [new() { MetricName = "m", Value = 1, Unit = "Apples" }] }, TestContext.Current.CancellationToken));
        Assert.Equal("The value Apples for parameter MetricData.member.1.Unit is not supported.", refused.Message);
    }
}
