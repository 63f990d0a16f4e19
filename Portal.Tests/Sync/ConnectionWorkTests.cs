using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Gateway;
using Portal.Server.Sync;
using Portal.Shared.Sync;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Sync;

/// <summary>The queue of a connection at AWS's pace, on a clock on which every wait is over at once.</summary>
public sealed class ConnectionWorkTests
{
    [Fact]
    public async Task Each_plan_waits_for_the_one_before_it()
    {
        using var world = await PacedAsync("gold", "silver", "bronze");
        var calls = CallTimes(world);
        var begun = world.Clock.GetUtcNow();

        foreach (var plan in new[] { "gold", "silver", "bronze" })
        {
            await ApproveAsync(world, plan);
        }

        await WorkAsync(world);

        Assert.Equal(["UpdateUsagePlan gold", "UpdateUsagePlan silver", "UpdateUsagePlan bronze"], calls.Select(call => call.Call));
        Assert.Equal([0, 20, 40], calls.Select(call => Math.Round((call.At - begun).TotalSeconds)));
    }

    [Fact]
    public async Task Position_and_estimate_are_said()
    {
        using var world = await PacedAsync("gold", "silver", "bronze");
        await ApproveAsync(world, "gold");
        await WorkAsync(world);
        var (silver, bronze) = (await ApproveAsync(world, "silver"), await ApproveAsync(world, "bronze"));

        var (first, second) = (await world.ViewAsync(silver), await world.ViewAsync(bronze));

        Assert.Equal((0, 20), (first.QueuePosition, Seconds(world, first)));
        Assert.Equal((1, 40), (second.QueuePosition, Seconds(world, second)));
        Assert.Equal("AWS takes one UpdateUsagePlan in 20 seconds from an account and Region.", second.WaitsFor);
    }

    [Fact]
    public async Task A_deployment_does_not_wait_for_plans()
    {
        using var world = await PacedAsync("gold", "silver");
        await ApproveAsync(world, "gold");
        await WorkAsync(world);
        var plan = await ApproveAsync(world, "silver");
        world.Scope = GatewayScope.OfApi(world.Connection, "shop", "dev");
        var deployment = await world.ApprovedAsync(World.Deployed(2, "dev"));

        await WorkAsync(world);

        Assert.True((await world.ViewAsync(deployment)).EndedAt < (await world.ViewAsync(plan)).StartedAt);
    }

    [Fact]
    public async Task What_a_person_waits_for_goes_first()
    {
        using var world = await PacedAsync("gold", "silver");
        var background = await ApproveAsync(world, "gold", Urgency.Background);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var person = await ApproveAsync(world, "silver");

        Assert.Equal((1, 0), ((await world.ViewAsync(background)).QueuePosition, (await world.ViewAsync(person)).QueuePosition));
        await WorkAsync(world);

        Assert.True((await world.ViewAsync(person)).EndedAt < (await world.ViewAsync(background)).StartedAt);
    }

    [Fact]
    public async Task A_run_that_waits_can_be_set_aside()
    {
        using var world = await PacedAsync("gold", "silver");
        await ApproveAsync(world, "gold");
        await WorkAsync(world);
        var silver = await ApproveAsync(world, "silver");

        await world.SendAsync<CancelRunHandler, CancelRun, RunView>(new CancelRun(silver));
        await WorkAsync(world);

        Assert.Equal(RunState.Cancelled, (await world.ViewAsync(silver)).State);
        Assert.DoesNotContain("UpdateUsagePlan silver", world.Gateway.Calls);
    }

    [Fact]
    public async Task Who_changes_the_plan_while_a_run_waits_for_it_is_not_run_over()
    {
        using var world = await PacedAsync("gold", "silver");
        var (gold, silver) = (await ApproveAsync(world, "gold"), await ApproveAsync(world, "silver"));
        await world.ApplyAsync(gold);

        // The wait is within the run, after it has looked once.
        world.Gateway.After = call =>
        {
            if (call is "GetUsagePlan silver")
            {
                world.Gateway.Set(Given.UsagePlan("silver") with { Description = "By hand" });
                world.Gateway.After = _ => { };
            }
        };
        await world.ApplyAsync(silver);

        var run = await world.ViewAsync(silver);
        Assert.Equal(StepState.ChangedMeanwhile, Assert.Single(run.Steps).State);
        Assert.DoesNotContain("UpdateUsagePlan silver", world.Gateway.Calls);
    }

    [Fact]
    public async Task After_a_kill_the_queue_is_gone_on_with()
    {
        using var world = await PacedAsync("gold", "silver");
        await ApproveAsync(world, "gold");
        await WorkAsync(world);
        var silver = await ApproveAsync(world, "silver");

        world.StartProcess();
        await WorkAsync(world);

        Assert.Equal(RunState.Done, (await world.ViewAsync(silver)).State);
    }

    [Fact]
    public async Task A_second_try_keeps_the_pace_too()
    {
        using var world = await PacedAsync("gold");
        var calls = CallTimes(world);
        var first = true;
        var counted = world.Gateway.Before;
        world.Gateway.Before = call =>
        {
            counted(call);

            if (call.StartsWith("UpdateUsagePlan", StringComparison.Ordinal) && first)
            {
                first = false;
                throw World.Refusal(GatewayRefusal.Passing);
            }
        };

        await ApproveAsync(world, "gold");
        await WorkAsync(world);

        Assert.Equal(20, Math.Round((calls[1].At - calls[0].At).TotalSeconds));
    }

    [Fact]
    public async Task A_clock_that_is_put_back_makes_nobody_wait_longer_than_aws_does()
    {
        using var world = await PacedAsync("gold", "silver");
        await ApproveAsync(world, "gold");
        await WorkAsync(world);
        world.Clock.Advance(TimeSpan.FromDays(-1));
        var begun = world.Clock.GetUtcNow();
        var silver = await ApproveAsync(world, "silver");

        await WorkAsync(world);

        Assert.Equal(RunState.Done, (await world.ViewAsync(silver)).State);
        Assert.InRange((world.Clock.GetUtcNow() - begun).TotalSeconds, 0, 30);
    }

    /// <summary>AWS holds these plans; the portal keeps AWS's pace.</summary>
    internal static async Task<World> PacedAsync(params string[] plans)
    {
        var world = await World.NewAsync();
        world.Pace = 1;
        world.StartProcess();
        world.Gateway.Holding([.. plans.Select(plan => Given.UsagePlan(plan))]);

        return world;
    }

    internal static async Task<Guid> ApproveAsync(World world, string plan, Urgency urgency = Urgency.Person)
    {
        world.Scope = GatewayScope.OfUsagePlan(world.Connection, plan);
        world.Clock.Advance(TimeSpan.FromTicks(1));
        var proposal = world.Proposal(Given.UsagePlan(plan) with { Quota = null }) with { Urgency = urgency };
        var run = (await world.InScopeAsync(services => services.GetRequiredService<IChangeRuns>().ProposeAsync(proposal, World.Cancelled))).Value.Id;
        _ = (await world.ApproveAsync(run)).Value;

        return run;
    }

    internal static Task<int> WorkAsync(World world) => world.InScopeAsync(async services =>
    {
        await services.GetRequiredService<ConnectionWork>().DoAsync(world.Connection, World.Cancelled);

        return 0;
    });

    private static double Seconds(World world, RunView run) => Math.Round((run.TurnAt!.Value - world.Clock.GetUtcNow()).TotalSeconds);

    private static List<(string Call, DateTimeOffset At)> CallTimes(World world)
    {
        var times = new List<(string, DateTimeOffset)>();
        world.Gateway.Before = call =>
        {
            if (!call.StartsWith("Get", StringComparison.Ordinal))
            {
                times.Add((call, world.Clock.GetUtcNow()));
            }
        };

        return times;
    }
}
