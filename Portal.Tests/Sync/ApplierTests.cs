using Microsoft.EntityFrameworkCore;
using Portal.Server.Audit;
using Portal.Server.Gateway;
using Portal.Server.Sync;
using Portal.Shared.Sync;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Sync;

public sealed class ApplierTests
{
    [Fact]
    public async Task A_run_ends_as_approved()
    {
        using var world = await World.NewAsync();
        var desired = World.Deployed(2, "dev");

        var run = await world.RunAsync(desired);

        Assert.Equal(RunState.Done, run.State);
        Assert.All(run.Steps, step => Assert.Equal(StepState.Done, step.State));
        Assert.True(Differ.Compare(world.Gateway.State, new GatewayState(desired)).IsEmpty);
        Assert.Equal(["CreateRestApi shop", "PutRestApi shop", $"CreateDeployment {desired[1].Address.Id}", "CreateStage dev"], world.Gateway.Writes);
        Assert.Equal("All 3 steps are done, and what AWS holds now is as approved.", run.Outcome);
    }

    [Fact]
    public async Task A_plan_whose_stage_is_not_there_is_refused_before_anything_is_written()
    {
        using var world = await World.NewAsync();
        world.Gateway.Holding(World.Deployed(1, "dev"));
        world.Scope = GatewayScope.OfUsagePlan(world.Connection, "gold");

        var run = await world.RunAsync(Given.UsagePlan("gold", "shop/dev", "shop/prod"));

        Assert.Equal(RunState.Stopped, run.State);
        Assert.Contains("The stage prod of Shop does not exist.", run.Outcome, StringComparison.Ordinal);
        Assert.Null(world.Gateway.State.Find(new Address(Kind.UsagePlan, "gold")));
    }

    [Fact]
    public async Task A_plan_and_an_api_do_not_hold_each_other_up()
    {
        using var world = await World.NewAsync();
        await world.ApprovedAsync(World.Deployed(1, "dev"));

        world.Scope = GatewayScope.OfUsagePlan(world.Connection, "gold");
        var plan = await world.ApprovedAsync(Given.UsagePlan("gold"));

        await world.ApplyAsync(plan);
        Assert.Equal(RunState.Done, (await world.ViewAsync(plan)).State);
        Assert.Equal("UsagePlan/gold", (await world.ViewAsync(plan)).Subject);
    }

    [Fact]
    public async Task The_listener_hears_of_it_and_the_trail_says_it()
    {
        using var world = await World.NewAsync();

        await world.RunAsync(World.Deployed(1, "dev"));

        Assert.Equal(["sync.propose", "sync.approve", Ear.Deed, "sync.done"], await world.DeedsAsync());
    }

    [Fact]
    public async Task What_comes_after_a_refusal_is_not_tried()
    {
        using var world = await World.NewAsync();
        world.Gateway.Before = call => Refuse(call, "PutRestApi", GatewayRefusal.Final);

        var run = await world.RunAsync(World.Deployed(1, "dev"));

        Assert.Equal(RunState.Stopped, run.State);
        Assert.Equal([StepState.Refused, StepState.NotTried, StepState.NotTried], run.Steps.Select(step => step.State));
        Assert.DoesNotContain(world.Gateway.Writes, call => call.StartsWith("CreateDeployment", StringComparison.Ordinal));
        Assert.Contains("AWS's own words", run.Steps[0].Message, StringComparison.Ordinal);
        Assert.Contains("mend what AWS names", run.Outcome, StringComparison.Ordinal);
        Assert.DoesNotContain(Ear.Deed, await world.DeedsAsync());
    }

    [Fact]
    public async Task What_was_done_before_a_refusal_is_said()
    {
        using var world = await World.NewAsync();
        world.Gateway.Before = call => Refuse(call, "CreateStage", GatewayRefusal.Quota);

        var run = await world.RunAsync(World.Deployed(1, "dev"));

        Assert.StartsWith("2 of 3 steps are done and stay. AWS refused step 3 (Creates the stage dev", run.Outcome, StringComparison.Ordinal);
        Assert.Contains("quota", run.Steps[2].Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_in_passing_is_waited_for_as_long_as_aws_asks()
    {
        using var world = await World.NewAsync();
        var left = 3;
        world.Gateway.Before = call =>
        {
            if (call.StartsWith("CreateDeployment", StringComparison.Ordinal) && left-- > 0)
            {
                throw World.Refusal(GatewayRefusal.Passing, TimeSpan.FromSeconds(left is 0 ? 30 : 1));
            }
        };

        var run = await world.RunAsync(World.Deployed(1, "dev"));

        Assert.Equal(RunState.Done, run.State);
        Assert.Equal(4, run.Steps[1].Attempts);
        Assert.Equal([2, 4, 30], world.Clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task What_is_always_refused_in_passing_ends_with_the_advice_to_try_later()
    {
        using var world = await World.NewAsync();
        world.Gateway.Before = call => Refuse(call, "CreateStage", GatewayRefusal.Passing);

        var run = await world.RunAsync(World.Deployed(1, "dev"));

        Assert.Equal(RunState.Stopped, run.State);
        Assert.Equal(6, run.Steps[2].Attempts);
        Assert.Equal("It is worth another try later.", run.Steps[2].Advice);
    }

    [Fact]
    public async Task A_call_that_worked_without_an_answer_is_not_made_again()
    {
        using var world = await World.NewAsync();
        world.Gateway.After = call => Refuse(call, "CreateDeployment", GatewayRefusal.Unknown);

        var run = await world.RunAsync(World.Deployed(1, "dev"));

        Assert.Equal(RunState.Done, run.State);
        Assert.Single(world.Gateway.Writes, call => call.StartsWith("CreateDeployment", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_written_to_a_gateway_that_has_changed_since()
    {
        using var world = await World.NewAsync();
        world.Gateway.Holding(World.Deployed(1, "dev"));
        var run = await world.ApprovedAsync(World.Deployed(2, "dev"));
        world.Gateway.Set((RestApiSpec)World.Deployed(1)[0] with { Policy = "{}" });

        await world.ApplyAsync(run);

        var view = await world.ViewAsync(run);
        Assert.Equal(RunState.Stopped, view.State);
        Assert.Empty(world.Gateway.Writes);
        Assert.Equal([StepState.ChangedMeanwhile, StepState.NotTried, StepState.NotTried], view.Steps.Select(step => step.State));
        Assert.StartsWith("Nothing was written. Step 1 (Changes the API shop: 1 route and 1 setting): Somebody changed it: /policy: (none) -> \"{}\".", view.Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_definition_that_somebody_changed_is_not_deployed_under_its_old_id()
    {
        using var world = await World.NewAsync();
        var desired = World.Deployed(1, "dev");
        world.Gateway.Holding(desired[0]);
        var run = await world.ApprovedAsync(desired);
        world.Gateway.Set((RestApiSpec)desired[0] with { Policy = "{}" });

        await world.ApplyAsync(run);

        var view = await world.ViewAsync(run);
        Assert.Equal(RunState.Stopped, view.State);
        Assert.Empty(world.Gateway.Writes);
    }

    [Fact]
    public async Task What_aws_holds_otherwise_than_approved_is_said()
    {
        using var world = await World.NewAsync();
        var desired = World.Deployed(1, "dev");
        world.Gateway.After = call =>
        {
            if (call.StartsWith("CreateStage", StringComparison.Ordinal))
            {
                world.Gateway.Set((RestApiSpec)desired[0] with { Description = null });
            }
        };

        var run = await world.RunAsync(desired);

        Assert.Equal(RunState.Stopped, run.State);
        Assert.Equal("AWS accepted it and holds something else: /description: \"With 1\" -> (none).", run.Steps[0].Message);
    }

    [Fact]
    public async Task Aws_is_given_a_moment_to_show_what_it_accepted()
    {
        using var world = await World.NewAsync();
        var desired = World.Deployed(1, "dev");
        var reads = 0;
        world.Gateway.After = call =>
        {
            if (call.StartsWith("CreateStage", StringComparison.Ordinal))
            {
                world.Gateway.Remove(desired[2].Address);
            }
        };
        world.Gateway.Before = call =>
        {
            if (call.StartsWith("Get", StringComparison.Ordinal) && ++reads is 4)
            {
                world.Gateway.Set(desired[2]);
            }
        };

        var run = await world.RunAsync(desired);

        Assert.Equal(RunState.Done, run.State);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_ends_between_two_steps()
    {
        using var world = await World.NewAsync();
        var run = await world.ApprovedAsync(World.Deployed(1, "dev"));
        world.Gateway.After = call =>
        {
            if (call.StartsWith("CreateDeployment", StringComparison.Ordinal))
            {
                _ = world.SendAsync<CancelRunHandler, CancelRun, RunView>(new CancelRun(run)).GetAwaiter().GetResult().Value;
            }
        };

        await world.ApplyAsync(run);

        var view = await world.ViewAsync(run);
        Assert.Equal(RunState.Cancelled, view.State);
        Assert.Equal([StepState.Done, StepState.Done, StepState.Pending], view.Steps.Select(step => step.State));
        Assert.Equal("It was set aside between two steps. 2 of 3 steps are done and stay.", view.Outcome);
    }

    [Fact]
    public async Task A_connection_that_was_made_read_only_meanwhile_is_not_written_to()
    {
        using var world = await World.NewAsync();
        var run = await world.ApprovedAsync(World.Deployed(1, "dev"));
        await world.SetWritableAsync(false);

        await world.ApplyAsync(run);

        Assert.Equal(RunState.Stopped, (await world.ViewAsync(run)).State);
        Assert.Empty(world.Gateway.Writes);
    }

    [Fact]
    public async Task What_others_proposed_for_the_same_api_is_no_longer_shown_as_true()
    {
        using var world = await World.NewAsync();
        var first = await world.ApprovedAsync(World.Deployed(1, "dev"));
        var second = (await world.ProposeAsync(World.Deployed(2, "dev"))).Value.Id;

        await world.ApplyAsync(first);

        Assert.Equal(RunState.Superseded, (await world.ViewAsync(second)).State);
    }

    [Fact]
    public async Task Aws_that_does_not_say_how_things_are_stops_the_run_before_anything_is_written()
    {
        using var world = await World.NewAsync();
        var run = await world.ApprovedAsync(World.Deployed(1, "dev"));
        world.Gateway.Before = call => Refuse(call, "Get", GatewayRefusal.Denied);

        await world.ApplyAsync(run);

        var view = await world.ViewAsync(run);
        Assert.Equal(RunState.Stopped, view.State);
        Assert.StartsWith("Nothing was written. AWS did not say how things are", view.Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_line_of_a_run_in_the_trail_names_the_one_who_approved_it()
    {
        using var world = await World.NewAsync();

        await world.RunAsync(World.Deployed(1, "dev"));

        Assert.Equal(world.Operator.Id, await world.ReadAsync(db => db.Set<AuditEvent>().Where(line => line.Deed == "sync.done").Select(line => line.By).SingleAsync(World.Cancelled)));
    }

    private static void Refuse(string call, string operation, GatewayRefusal refusal)
    {
        if (call.StartsWith(operation, StringComparison.Ordinal))
        {
            throw World.Refusal(refusal);
        }
    }
}
