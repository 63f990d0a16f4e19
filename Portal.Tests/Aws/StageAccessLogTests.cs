using Portal.Server.Gateway;
using Portal.Tests.Gateway;

namespace Portal.Tests.Aws;

/// <summary>Where a stage writes down its calls, on its way to AWS and back.</summary>
public sealed class StageAccessLogTests
{
    private static readonly RestApiSpec Api = Specs.Named("mock");

    private static readonly AccessLogSpec Log = new() { DestinationArn = "arn:aws:logs:eu-west-1:123456789012:log-group:calls", Format = """{"id":"$context.requestId"}""" };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stage_is_made_with_it_in_one_more_write()
    {
        await using var bench = await AwsBench.StartAsync();
        var stage = Given.Stage("s1", Api) with { AccessLog = Log };

        await bench.DeployAsync(Api, stage);

        Assert.Equal(5, bench.Calls.Writes.Count);
        Assert.Equal(stage.Text, await StageAsync(bench));
    }

    [Fact]
    public async Task It_comes_goes_and_changes_with_the_rest_in_one_write()
    {
        await using var bench = await AwsBench.StartAsync();
        var none = Given.Stage("s1", Api);
        var with = none with { AccessLog = Log, Description = "New" };
        var other = with with { AccessLog = Log with { Format = "$context.extendedRequestId" } };
        await bench.DeployAsync(Api, none);
        bench.Calls.Clear();

        foreach (var (before, after) in new[] { (none, with), (with, other), (other, none) })
        {
            await bench.Gateway.UpdateAsync(before, after, Cancelled);
            Assert.Equal(after.Text, await StageAsync(bench));
        }

        Assert.Equal(3, bench.Calls.Writes.Count);
    }

    [Fact]
    public async Task A_stage_that_was_made_without_it_gets_it_when_made_again()
    {
        await using var bench = await AwsBench.StartAsync();
        var stage = Given.Stage("s1", Api) with { AccessLog = Log };
        await bench.FailAsync("UpdateStage", "500");

        await Assert.ThrowsAsync<GatewayRefusedException>(() => bench.DeployAsync(Api, stage));
        await bench.Gateway.CreateAsync(stage, Cancelled);

        Assert.Equal(stage.Text, await StageAsync(bench));
    }

    private static async Task<string> StageAsync(AwsBench bench) => (await bench.ReadAsync(Api.Id, "s1")).Find(new Address(Kind.Stage, "s1"))!.Text;
}
