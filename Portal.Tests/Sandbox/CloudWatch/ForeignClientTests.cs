using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Sandbox.CloudWatch;

/// <summary>CloudWatch is spoken to in three protocols; in JSON it is among all other services.</summary>
public sealed class ForeignClientTests
{
    [Theory]
    [InlineData("query")]
    [InlineData("smithy-rpc-v2-cbor")]
    public async Task Metrics_are_put_and_read_back_by_boto3(string protocol)
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = new FakeTimeProvider(Watch.Noon.AddMinutes(30)) });

        await ForeignClient.RunAsync(bench, MetricScript.PutAndReadBack, protocol);
    }
}
