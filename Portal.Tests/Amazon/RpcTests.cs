using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;

namespace Portal.Tests.Amazon;

public class RpcTests
{
    private static readonly DateTime Moment = DateTime.UnixEpoch.AddMilliseconds(1_700_000_000_250);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CloudWatch_is_spoken_to_in_json_with_times_in_seconds()
    {
        await using var server = await RecordingServer.StartAsync();
        using var client = new AmazonCloudWatchClient(Given.Credentials, new AmazonCloudWatchConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-central-1" });

        await client.PutMetricDataAsync(
            new PutMetricDataRequest { Namespace = "N", MetricData = [new MetricDatum { MetricName = "Latency", Values = [1.5, 2], Counts = [3, 4], Timestamp = Moment, Unit = StandardUnit.Milliseconds }] }, Cancel);

        var seen = server.Only;
        Assert.Equal(("POST", "/", "application/x-amz-json-1.0"), (seen.Method, seen.Target, seen.Headers["Content-Type"]));
        Assert.Equal("GraniteServiceVersion20100801.PutMetricData", seen.Headers["X-Amz-Target"]);
        AssertJson.Equal("""{"Namespace":"N","MetricData":[{"MetricName":"Latency","Values":[1.5,2],"Counts":[3,4],"Timestamp":1700000000.25,"Unit":"Milliseconds"}]}""", seen.Body);
        Assert.True(Signature.Check(seen, Given.Secret).IsRight);
    }

    [Fact]
    public async Task Logs_has_times_in_milliseconds()
    {
        await using var server = await RecordingServer.StartAsync(new Reply(), new Reply(Body: """{"logGroups":[{"logGroupName":"g","creationTime":1700000000250,"logGroupClass":"STANDARD"}]}"""));
        using var client = new AmazonCloudWatchLogsClient(Given.Credentials, new AmazonCloudWatchLogsConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-central-1" });

        await client.PutLogEventsAsync(new PutLogEventsRequest { LogGroupName = "g", LogStreamName = "s", LogEvents = [new InputLogEvent { Message = "m", Timestamp = Moment }] }, Cancel);
        var groups = await client.DescribeLogGroupsAsync(Cancel);

        AssertJson.Equal("""{"logGroupName":"g","logStreamName":"s","logEvents":[{"message":"m","timestamp":1700000000250}]}""", server.All[0].Body);
        Assert.Equal("application/x-amz-json-1.1", server.All[0].Headers["Content-Type"]);
        Assert.Equal((Moment, LogGroupClass.STANDARD), (groups.LogGroups.Single().CreationTime, groups.LogGroups.Single().LogGroupClass));
    }

    [Fact]
    public async Task An_error_of_CloudWatch_has_the_type_of_either_of_its_names()
    {
        await using var server = await RecordingServer.StartAsync(
            new Reply(400, """{"__type":"com.amazonaws.cloudwatch#InvalidParameterValueException","message":"why"}"""),
            new Reply(400, """{"__type":"InvalidParameterValue","message":"why"}"""));
        using var client = new AmazonCloudWatchClient(Given.Credentials, new AmazonCloudWatchConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-central-1" });

        for (var i = 0; i < 2; i++)
        {
            var error = await Assert.ThrowsAsync<InvalidParameterValueException>(() => client.ListMetricsAsync(Cancel));
            Assert.Equal("why", error.Message);
        }
    }
}
