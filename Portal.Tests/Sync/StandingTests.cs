using Portal.Server.Gateway;
using Portal.Server.Sync;
using Portal.Shared.Sync;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Sync;

public sealed class StandingTests
{
    private static readonly RestApiSpec Before = Given.RestApi("shop", ("GET /pets", Given.MockMethod()));
    private static readonly RestApiSpec After = Before with { Description = "Pets", Version = "2" };
    private static readonly RestApiSpec Half = Before with { Version = "2" };
    private static readonly RestApiSpec Foreign = Before with { Policy = "{}" };

    [Fact]
    public void As_before_is_to_do() => Assert.Equal(Standing.AsBefore, Of(Before, After, 0, Before));

    [Fact]
    public void As_after_is_done() => Assert.Equal(Standing.AsAfter, Of(Before, After, 0, After));

    [Fact]
    public void Half_is_ours_only_if_our_call_had_begun()
    {
        Assert.Equal(Standing.HalfDone, Of(Before, After, 1, Half));
        Assert.Equal(Standing.Otherwise, Of(Before, After, 0, Half));
    }

    [Fact]
    public void What_somebody_else_did_is_never_ours() => Assert.Equal(Standing.Otherwise, Of(Before, After, 1, Foreign));

    [Fact]
    public void What_our_cut_call_made_is_finished()
    {
        Assert.Equal(Standing.HalfDone, Of(null, After, 1, Before));
        Assert.Equal(Standing.Otherwise, Of(null, After, 0, Before));
    }

    [Fact]
    public void What_is_gone_is_deleted() => Assert.Equal(Standing.AsAfter, Of(Before, null, 0));

    [Fact]
    public void A_plan_that_our_cut_deletion_emptied_is_deleted()
    {
        var plan = Given.UsagePlan("gold", "shop/dev");

        Assert.Equal(Standing.HalfDone, Of(plan, null, 1, plan.Emptied!));
        Assert.Equal(Standing.Otherwise, Of(plan, null, 0, plan.Emptied!));
        Assert.Equal(Standing.Otherwise, Of(plan, null, 1, plan with { Quota = null }));
    }

    [Fact]
    public void What_was_changed_is_not_deleted() => Assert.Equal(Standing.Otherwise, Of(Before, null, 1, Foreign));

    [Fact]
    public void A_deployment_is_made_of_its_own_definition_only()
    {
        Assert.Equal(Standing.AsBefore, Of(null, DeploymentSpec.Of(After), 0, After));
        Assert.Equal(Standing.Otherwise, Of(null, DeploymentSpec.Of(After), 0, Foreign));
    }

    private static Standing Of(Spec? before, Spec? after, int attempts, params Spec[] live)
    {
        var step = new PlannedStep
        {
            Ordinal = 0,
            Action = before is null ? StepAction.Create : after is null ? StepAction.Delete : StepAction.Update,
            Address = (after ?? before)!.Address,
            Before = before,
            After = after,
            Calls = [],
            State = StepState.Trying,
            Attempts = attempts,
            Headline = "",
        };

        var run = new RunPlan { Id = Guid.CreateVersion7(), Scope = GatewayScope.OfApi(Guid.Empty, "shop"), ConnectionName = "", Writable = true, Errand = Errand.Run, Steps = [step], Names = new Dictionary<string, string>() };

        return Standings.Of(step, run, new GatewayState(live));
    }
}
