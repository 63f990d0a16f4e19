using Portal.Server.Gateway;
using Portal.Server.Sync;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync;

/// <summary>What becomes of all that is open on a connection when nobody gets in there, or when the portal's own database takes nothing.</summary>
public sealed class ConnectionTroubleTests
{
    [Fact]
    public async Task That_nobody_gets_in_is_found_out_once()
    {
        using var world = await ConnectionWorkTests.PacedAsync("gold", "silver", "bronze");
        var runs = new List<Guid> { await ConnectionWorkTests.ApproveAsync(world, "gold"), await ConnectionWorkTests.ApproveAsync(world, "silver"), await ConnectionWorkTests.ApproveAsync(world, "bronze") };
        var before = world.Gateway.Calls.Count;
        world.Gateway.Before = _ => throw new GatewayRefusedException("GetUsagePlans", "NoAnswer", "No answer came.", GatewayRefusal.Unknown);

        await ConnectionWorkTests.WorkAsync(world);

        var ended = await ViewsAsync(world, runs);
        Assert.Equal(new SyncOptions().Tries, world.Gateway.Calls.Count - before);
        Assert.All(ended, run => Assert.Equal(RunState.Stopped, run.State));
        Assert.All(ended, run => Assert.Equal("Nothing was written. The account does not answer: GetUsagePlans: NoAnswer: No answer came. Continue the run when it does.", run.Outcome));

        world.Gateway.Before = _ => { };

        foreach (var run in runs)
        {
            _ = (await world.SendAsync<RetryRunHandler, RetryRun, RunView>(new RetryRun(run))).Value;
        }

        await ConnectionWorkTests.WorkAsync(world);

        Assert.All(await ViewsAsync(world, runs), run => Assert.Equal(RunState.Done, run.State));
    }

    [Fact]
    public async Task Who_is_refused_one_thing_holds_nobody_else_up()
    {
        using var world = await ConnectionWorkTests.PacedAsync("gold", "silver");
        var (gold, silver) = (await ConnectionWorkTests.ApproveAsync(world, "gold"), await ConnectionWorkTests.ApproveAsync(world, "silver"));
        world.Gateway.Before = call =>
        {
            if (call.EndsWith("gold", StringComparison.Ordinal))
            {
                throw new GatewayRefusedException("GetUsagePlan", "AccessDeniedException", "Not you.", GatewayRefusal.Denied);
            }
        };

        await ConnectionWorkTests.WorkAsync(world);

        Assert.Equal([RunState.Stopped, RunState.Done], (await ViewsAsync(world, [gold, silver])).Select(run => run.State));
    }

    /// <summary>Whichever command it is that the database does not take: the run is gone on with when it does, without anybody's doing.</summary>
    [Fact]
    public async Task A_database_that_takes_nothing_for_a_while_ends_no_run()
    {
        for (var (command, isOver) = (0, false); !isOver; command += 2)
        {
            using var world = await ConnectionWorkTests.PacedAsync("gold", "silver");
            var runs = new List<Guid> { await ConnectionWorkTests.ApproveAsync(world, "gold"), await ConnectionWorkTests.ApproveAsync(world, "silver") };
            var begun = world.Life.Commands;
            world.Life.LockedFrom = begun + command;
            world.Life.Locked = 3;

            await ConnectionWorkTests.WorkAsync(world);
            (isOver, world.Life.Locked) = (world.Life.Locked > 0, 0);

            Assert.All(await ViewsAsync(world, runs), run => Assert.Equal((RunState.Done, command), (run.State, command)));
            Assert.Equal(2, world.Gateway.Writes.Count());
        }
    }

    [Fact]
    public async Task A_run_that_the_database_never_takes_is_stopped_in_the_end()
    {
        using var world = await ConnectionWorkTests.PacedAsync("gold", "silver");
        var (gold, silver) = (await ConnectionWorkTests.ApproveAsync(world, "gold"), await ConnectionWorkTests.ApproveAsync(world, "silver"));
        world.Gateway.Before = call =>
        {
            if (call == "GetUsagePlan gold")
            {
                world.Life.Locked = 1;
            }
        };

        await ConnectionWorkTests.WorkAsync(world);

        var run = await world.ViewAsync(gold);
        Assert.Equal((RunState.Stopped, RunState.Done), (run.State, (await world.ViewAsync(silver)).State));
        Assert.StartsWith("The portal itself failed (SqliteException)", run.Outcome, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<RunView>> ViewsAsync(World world, IReadOnlyList<Guid> runs)
    {
        var views = new List<RunView>();

        foreach (var run in runs)
        {
            views.Add(await world.ViewAsync(run));
        }

        return views;
    }
}
