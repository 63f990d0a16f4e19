using Portal.Server.Gateway;
using Portal.Server.Sync;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Sync;

public sealed class SafetyTests
{
    private static readonly RestApiSpec Api = Given.RestApi("shop", [.. Enumerable.Range(1, 20).Select(number => ($"GET /{number}", Given.MockMethod()))]);
    private static readonly StageSpec Dev = Given.Stage("dev", Api);
    private static readonly StageSpec Prod = Given.Stage("prod", Api);

    [Fact]
    public void What_deletes_nothing_needs_no_name() =>
        Assert.Equal(Brakes.None, Brake([Api], [Api with { Description = "other" }, Dev]));

    [Fact]
    public void Deleting_a_stage_needs_its_name() =>
        Assert.Equal("dev", Brake([Api, Dev], [Api]).Name);

    [Fact]
    public void Deleting_a_usage_plan_needs_its_name() =>
        Assert.Equal("gold", Brake([Given.UsagePlan("gold", "shop/dev")], []).Name);

    [Fact]
    public void Deleting_an_api_needs_its_name()
    {
        var brakes = Brake([Api, Dev, Prod], []);

        Assert.Equal("shop", brakes.Name);
        Assert.Contains(brakes.Reasons, reason => reason.Contains("the API shop", StringComparison.Ordinal));
    }

    [Fact]
    public void Deleting_several_stages_needs_the_name_of_their_api() =>
        Assert.Equal("shop", Brake([Api, Dev, Prod], [Api]).Name);

    [Fact]
    public void Taking_many_routes_away_needs_the_name_of_the_api()
    {
        var brakes = Brake([Api], [Given.RestApi("shop")]);

        Assert.Equal("shop", brakes.Name);
        Assert.Equal("It removes 20 of the 20 routes of the API shop; more than 10 is not usual.", Assert.Single(brakes.Reasons));
    }

    [Fact]
    public void Taking_few_routes_away_is_daily_work() =>
        Assert.Equal(Brakes.None, Brake([Api], [Api with { Methods = new([.. Api.Methods.Skip(5)]) }]));

    [Fact]
    public void What_somebody_would_feel_needs_the_name_of_what_they_use()
    {
        var (before, after) = (Given.UsagePlan("gold", "shop/dev"), Given.UsagePlan("gold"));

        Assert.Equal(Brakes.None, Brake([before], [after]));
        var brakes = Brake([before], [after], "One key in force calls by it.");

        Assert.Equal(("gold", "One key in force calls by it."), (brakes.Name, Assert.Single(brakes.Reasons)));
    }

    private static Brakes Brake(Spec[] live, Spec[] desired, params string[] atStake)
    {
        var state = new GatewayState(live);

        return Safety.Check(Differ.Compare(state, new GatewayState(desired)), state, new SyncOptions(), atStake);
    }
}
