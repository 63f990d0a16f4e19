using Portal.Server.Gateway;
using Portal.Server.Sync;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync;

public sealed class RetryRunTests
{
    [Fact]
    public async Task Only_what_is_not_done_is_done()
    {
        using var world = await World.NewAsync();
        var run = await StoppedAsync(world, "CreateStage");
        var before = world.Gateway.Writes.Count();

        _ = (await RetryAsync(world, run)).Value;
        await world.ApplyAsync(run);

        Assert.Equal(RunState.Done, (await world.ViewAsync(run)).State);
        Assert.Equal(["CreateStage dev"], world.Gateway.Writes.Skip(before));
        Assert.Contains(Ear.Deed, await world.DeedsAsync());
    }

    [Fact]
    public async Task What_was_half_made_is_finished()
    {
        using var world = await World.NewAsync();
        var run = await StoppedAsync(world, "PutRestApi");

        _ = (await RetryAsync(world, run)).Value;
        await world.ApplyAsync(run);

        Assert.Equal(RunState.Done, (await world.ViewAsync(run)).State);
        Assert.Single(world.Gateway.Writes, "CreateRestApi shop");
    }

    [Fact]
    public async Task A_run_that_found_the_gateway_changed_finds_it_changed_again()
    {
        using var world = await World.NewAsync();
        var run = await world.ApprovedAsync(World.Deployed(1, "dev"));
        world.Gateway.Holding(World.Deployed(1)[0]);
        await world.ApplyAsync(run);

        _ = (await RetryAsync(world, run)).Value;
        await world.ApplyAsync(run);

        Assert.Equal(RunState.Stopped, (await world.ViewAsync(run)).State);
        Assert.Empty(world.Gateway.Writes);
    }

    [Fact]
    public async Task What_is_done_cannot_be_continued()
    {
        using var world = await World.NewAsync();
        var run = await world.RunAsync(World.Deployed(1, "dev"));

        Assert.Equal("urn:portal:sync:not-now", (await RetryAsync(world, run.Id)).Refusal);
    }

    private static async Task<Guid> StoppedAsync(World world, string refused)
    {
        world.Gateway.Before = call =>
        {
            if (call.StartsWith(refused, StringComparison.Ordinal))
            {
                throw World.Refusal(GatewayRefusal.Denied);
            }
        };

        var run = await world.RunAsync(World.Deployed(1, "dev"));
        Assert.Equal(RunState.Stopped, run.State);
        world.Gateway.Before = _ => { };

        return run.Id;
    }

    private static Task<Answer<RunView>> RetryAsync(World world, Guid run) => world.SendAsync<RetryRunHandler, RetryRun, RunView>(new RetryRun(run));
}
