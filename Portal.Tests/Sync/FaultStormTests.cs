using Portal.Server.Aws;
using Portal.Server.Gateway;
using Portal.Server.Sync;
using Portal.Shared;
using Portal.Shared.Sync;
using Portal.Tests.Aws;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Sync;

/// <summary>
/// One call in five answers 429 or 500, is cut before or after its work, or is never answered although it worked. Every run ends as approved,
/// or in a report from which a person can go on; nothing is made twice.
/// </summary>
public sealed class FaultStormTests
{
    private static readonly Spec[] Plan = [Given.UsagePlan("gold", "shop/dev")];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Every_run_converges_or_says_what_a_person_must_do(int seed)
    {
        await using var bench = await AwsBench.StartAsync();
        using var world = await World.NewAsync();
        var api = world.Scope;
        var plan = GatewayScope.OfUsagePlan(world.Connection, "gold");

        foreach (var (number, (scope, desired)) in Story(api, plan).Index())
        {
            world.Scope = scope;
            Meet(world, () => bench.Open());
            var run = await world.ApprovedAsync(desired);

            Meet(world, () => bench.Open(Storm.Impatience));
            await bench.StormAsync((100 * seed) + number);
            await world.ApplyAsync(run);
            await bench.CalmAsync();

            Meet(world, () => bench.Open());
            await EndAsync(world, run);
            Assert.DoesNotContain(Differ.Compare(await bench.Gateway.ReadAsync(scope, Cancelled), new GatewayState(desired)).Changes, change => change.Address.Kind is not Kind.Deployment);
            Assert.True(await AreAllSingleAsync(bench), $"Something was made twice in step {number} of the story.");
        }

        Assert.Empty(await bench.HeldAsync());
    }

    private static void Meet(World world, Func<AwsGateway> open)
    {
        world.Aws = new BenchGateways(open);
        world.StartProcess();
    }

    /// <summary>A run that did not get through has said so; once the storm is over, it goes on from there.</summary>
    private static async Task EndAsync(World world, Guid run)
    {
        var view = await world.ViewAsync(run);

        if (view.State is RunState.Stopped)
        {
            Assert.Matches("AWS refused step|AWS did not say how things are|could not be read back", view.Outcome);
            Assert.IsType<Answer<RunView>.Given>(await world.SendAsync<RetryRunHandler, RetryRun, RunView>(new RetryRun(run)));
            await world.ApplyAsync(run);
            view = await world.ViewAsync(run);
        }

        Assert.True(view.State is RunState.Done, view.Outcome);
    }

    private static async Task<bool> AreAllSingleAsync(AwsBench bench) =>
        await bench.HeldAsync() is { Count: <= 1 } apis && apis.All(api => api!["stages"]!.AsArray().Select(stage => stage!.ToJsonString()).Distinct().Count() == api["stages"]!.AsArray().Count);

    private static IEnumerable<(GatewayScope Scope, Spec[] Desired)> Story(GatewayScope api, GatewayScope plan) =>
    [
        (api, World.Deployed(2, "dev")),
        (plan, Plan),
        (api, World.Deployed(5, "dev", "prod")),
        (plan, [Given.UsagePlan("gold", "shop/dev", "shop/prod") with { Quota = null }]),
        (api, World.Deployed(1, "dev", "prod")),
        (plan, []),
        (api, World.Deployed(1, "dev")),
        (api, []),
    ];

    /// <summary>The adapter to a sandbox, for the engine.</summary>
    private sealed class BenchGateways(Func<AwsGateway> open) : IGateways
    {
        public Task<IGateway> OpenAsync(Guid connection, CancellationToken cancellationToken) => Task.FromResult<IGateway>(open());

        public Task<IKeyGateway> OpenKeysAsync(Guid connection, CancellationToken cancellationToken) => Task.FromResult<IKeyGateway>(open().Keys);
    }
}
