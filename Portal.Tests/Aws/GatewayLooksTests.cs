using Portal.Server.Aws;
using Portal.Server.Gateway;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Aws;

/// <summary>What a look for drift costs.</summary>
public sealed class GatewayLooksTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static RestApiSpec Rich => Specs.Named("authorizers") with { RequestValidators = Specs.Named("models").RequestValidators, Models = Specs.Named("models").Models };

    [Fact]
    public async Task Three_reads_see_quickly_that_an_API_has_not_changed_and_eight_closely()
    {
        await using var bench = await AwsBench.StartAsync();
        var state = await DeployedAsync(bench);
        await LookAsync(bench.Gateway, state, quick: false);
        bench.Calls.Clear();

        var quick = await LookAsync(bench.Gateway, state, quick: true);
        Assert.Equal(3, bench.Calls.Reads.Count);
        bench.Calls.Clear();
        var full = await LookAsync(bench.Gateway, state, quick: false);
        Assert.Equal(8, bench.Calls.Reads.Count);

        Assert.Equal(TextsOf(state), TextsOf(quick.State));
        Assert.Equal(TextsOf(state), TextsOf(full.State));
    }

    [Fact]
    public async Task What_is_said_of_an_API_takes_three_reads_of_its_own()
    {
        await using var bench = await AwsBench.StartAsync();
        var state = await DeployedAsync(bench);
        bench.Calls.Clear();

        var look = await bench.Gateway.LookAsync(new GatewayScope(Guid.Empty, new Address(Kind.Documentation, state.Specs.OfType<RestApiSpec>().Single().Id), []), null, Cancelled);

        Assert.Equal(3, bench.Calls.Reads.Count);
        Assert.Empty(Assert.IsType<DocumentationSpec>(Assert.Single(look.State.Specs)).Parts);
    }

    [Fact]
    public async Task After_a_restart_the_first_quick_look_learns_what_ids_mean_and_the_next_takes_three_again()
    {
        await using var bench = await AwsBench.StartAsync();
        var state = await DeployedAsync(bench);
        var restarted = bench.Open();
        var first = await LookAsync(restarted, state, quick: true);
        bench.Calls.Clear();

        var second = await LookAsync(restarted, state, quick: true);

        Assert.Equal(3, bench.Calls.Reads.Count);
        Assert.Equal(TextsOf(state), TextsOf(first.State));
        Assert.Equal(TextsOf(state), TextsOf(second.State));
    }

    [Fact]
    public async Task A_usage_plan_is_looked_at_with_the_stages_that_it_names_and_the_keys_that_it_lets_in()
    {
        await using var bench = await AwsBench.StartAsync();
        await DeployedAsync(bench);
        var plan = Given.UsagePlan("gold", UsagePlanSpec.StageKey("authorizers", "dev"));
        await bench.Gateway.CreateAsync(plan, Cancelled);
        bench.Calls.Clear();

        var look = await bench.Gateway.LookAsync(GatewayScope.OfUsagePlan(Guid.Empty, "gold"), null, Cancelled);

        Assert.Equal(plan.Text, look.State.Find(plan.Address)!.Text);
        Assert.Equal(4, bench.Calls.Reads.Count);
    }

    private static async Task<GatewayState> DeployedAsync(AwsBench bench)
    {
        var stage = Given.Stage("dev", Rich);
        await bench.DeployAsync(Rich, stage);

        return new GatewayState([Rich, DeploymentSpec.Of(Rich), stage]);
    }

    private static Task<GatewayLook> LookAsync(AwsGateway gateway, GatewayState state, bool quick) =>
        gateway.LookAsync(GatewayScope.OfApi(Guid.Empty, Rich.Id, "dev"), quick ? state : null, Cancelled);

    private static IEnumerable<string> TextsOf(GatewayState state) => state.Specs.Select(spec => spec.Text).Order(StringComparer.Ordinal);
}
