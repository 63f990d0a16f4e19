using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;
using Microsoft.Extensions.Time.Testing;
using Portal.Tests.Sandbox.CloudWatch;

namespace Portal.Tests.Sandbox.Logs;

/// <summary>The portal's own client against the sandbox: both sides were written by us, so this shows only that they fit.</summary>
public sealed class OwnClientTests
{
    [Fact]
    public async Task Lines_are_put_and_found()
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = new FakeTimeProvider(Watch.Noon) });
        using AmazonCloudWatchLogsClient client = new(new BasicAWSCredentials("any", "thing"), new AmazonCloudWatchLogsConfig { ServiceURL = bench.Server.Address.ToString(), AuthenticationRegion = "eu-central-1" });
        var cancellation = TestContext.Current.CancellationToken;

        await client.CreateLogGroupAsync(new() { LogGroupName = "g", Tags = new() { ["portal:id"] = "7" } }, cancellation);
        await client.PutRetentionPolicyAsync(new() { LogGroupName = "g", RetentionInDays = 7 }, cancellation);
        await client.CreateLogStreamAsync(new() { LogGroupName = "g", LogStreamName = "s" }, cancellation);
        await client.PutLogEventsAsync(new() { LogGroupName = "g", LogStreamName = "s", LogEvents = [new() { Timestamp = Watch.Noon.UtcDateTime, Message = """{"s":429}""" }, new() { Timestamp = Watch.Noon.UtcDateTime, Message = """{"s":200}""" }] }, cancellation);
        var found = await client.FilterLogEventsAsync(new() { LogGroupName = "g", FilterPattern = "{ $.s = 429 }" }, cancellation);
        var groups = await client.DescribeLogGroupsAsync(new(), cancellation);

        Assert.Equal(("s", """{"s":429}""", Logging.At(0)), found.Events.Select(line => (line.LogStreamName, line.Message, line.Timestamp!.Value)).Single());
        Assert.Equal((7, Watch.Noon.UtcDateTime), (groups.LogGroups.Single().RetentionInDays, groups.LogGroups.Single().CreationTime));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.FilterLogEventsAsync(new() { LogGroupName = "x" }, cancellation));
    }
}
