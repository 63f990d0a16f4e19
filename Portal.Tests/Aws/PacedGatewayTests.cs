using System.Collections.Concurrent;
using Portal.Server.Gateway;
using Portal.Tests.Gateway;

namespace Portal.Tests.Aws;

public sealed class PacedGatewayTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_call_asks_for_its_turn()
    {
        var pace = new Turns();
        await using var bench = await AwsBench.StartAsync(pace: pace);
        var api = Given.RestApi("shop", ("GET /pets", Given.MockMethod()));

        await bench.DeployAsync(api, Given.Stage("dev", api));
        await bench.ReadAsync("shop", "dev");

        Assert.Equal(bench.Calls.Reads.Count + bench.Calls.Writes.Count, pace.Taken.Count);
        Assert.Contains("CreateRestApi", pace.Taken);
        Assert.Contains("GetResources", pace.Taken);
        Assert.Contains("CreateStage", pace.Taken);
    }

    [Fact]
    public async Task An_API_at_the_edge_has_a_limit_of_its_own()
    {
        var pace = new Turns();
        await using var bench = await AwsBench.StartAsync(pace: pace);

        await bench.Gateway.CreateAsync(Given.RestApi("shop") with { EndpointType = "EDGE" }, Cancelled);

        Assert.Contains("CreateRestApi (edge)", pace.Taken);
    }

    [Fact]
    public async Task A_repetition_by_the_SDK_asks_again_and_a_refusal_for_the_rate_is_heard_of()
    {
        var pace = new Turns();
        await using var bench = await AwsBench.StartAsync(pace: pace);
        await bench.FailAsync("GetRestApis", "429");

        await bench.ReadAsync("shop");

        Assert.Equal(["GetRestApis", "GetRestApis"], pace.Taken);
        Assert.Equal(["GetRestApis"], pace.Refused);
    }

    private sealed class Turns : ICallPace
    {
        public ConcurrentQueue<string> Taken { get; } = new();

        public ConcurrentQueue<string> Refused { get; } = new();

        public Task TakeAsync(PacedPlace place, string operation, CancellationToken cancellationToken)
        {
            Taken.Enqueue(operation);

            return Task.CompletedTask;
        }

        public void TooMany(PacedPlace place, string operation, TimeSpan? retryAfter) => Refused.Enqueue(operation);
    }
}
