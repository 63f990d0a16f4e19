using System.Text;
using Portal.Server.Gateway;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Aws;

/// <summary>Usage plans of the adapter, against the sandbox.</summary>
public sealed class UsagePlanTests
{
    private static readonly UsagePlanSpec Plan = Given.UsagePlan("gold") with
    {
        Name = "Gold",
        Description = "For “partners” & more",
        Stages = new([new("mock/dev", Given.PlanStage(("GET /pets", 0.5, 1), ("GET /", 2, 3))), new("mock/prod", Given.PlanStage())]),
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_is_made_in_one_write_and_read_back()
    {
        await using var bench = await BenchAsync();
        var last = await bench.LastCallAsync();

        await bench.Gateway.CreateAsync(Plan, Cancelled);

        Assert.Equal(["CreateUsagePlan"], await WritesAsync(bench, last));
        Assert.Equal(Plan.Text, (await ReadAsync(bench))!.Text);
        Assert.NotNull(await bench.Open().FindUsagePlanAsync("gold", Cancelled));
    }

    [Theory]
    [InlineData("limits")]
    [InlineData("none")]
    [InlineData("stages")]
    [InlineData("methods")]
    [InlineData("words")]
    [InlineData("everything")]
    public async Task Whatever_changes_is_one_write(string what)
    {
        await using var bench = await BenchAsync();
        await bench.Gateway.CreateAsync(Plan, Cancelled);
        var after = After(what);
        var last = await bench.LastCallAsync();

        await bench.Open().UpdateAsync(Plan, after, Cancelled);

        Assert.Equal(["UpdateUsagePlan"], await WritesAsync(bench, last));
        Assert.Equal(after.Text, (await ReadAsync(bench))!.Text);
    }

    [Fact]
    public async Task A_plan_is_deleted_after_its_stages_were_taken_out()
    {
        await using var bench = await BenchAsync();
        await bench.Gateway.CreateAsync(Plan, Cancelled);
        var last = await bench.LastCallAsync();

        await bench.Open().DeleteAsync(Plan, Cancelled);

        Assert.Equal(["UpdateUsagePlan", "DeleteUsagePlan"], await WritesAsync(bench, last));
        Assert.Null(await ReadAsync(bench));
        Assert.Null(await bench.Gateway.FindUsagePlanAsync("gold", Cancelled));
    }

    [Fact]
    public async Task A_creation_that_was_cut_is_not_done_twice()
    {
        await using var bench = await BenchAsync();
        await bench.Gateway.CreateAsync(Plan with { Quota = null }, Cancelled);
        var last = await bench.LastCallAsync();

        await bench.Open().CreateAsync(Plan, Cancelled);

        Assert.Equal(["UpdateUsagePlan"], await WritesAsync(bench, last));
        Assert.Equal(Plan.Text, (await ReadAsync(bench))!.Text);
    }

    [Fact]
    public async Task A_stage_that_is_not_there_is_said_and_nothing_is_written()
    {
        await using var bench = await BenchAsync();
        await bench.Gateway.CreateAsync(Plan, Cancelled);
        var last = await bench.LastCallAsync();
        var later = Plan with { Stages = new([new("mock/later", Given.PlanStage())]) };

        var made = await Assert.ThrowsAsync<GatewayRefusedException>(() => bench.Gateway.CreateAsync(later with { Id = "silver" }, Cancelled));
        var changed = await Assert.ThrowsAsync<GatewayRefusedException>(() => bench.Gateway.UpdateAsync(Plan, later, Cancelled));

        Assert.Equal(GatewayRefusal.Final, made.Refusal);
        Assert.Equal("The stage mock/later does not exist in this account and Region, or lost its tag portal:id. Deploy to it, or take it out of the plan.", changed.Message);
        Assert.Empty(await WritesAsync(bench, last));
    }

    [Fact]
    public async Task What_does_not_bear_the_mark_is_left_alone()
    {
        await using var bench = await BenchAsync();
        var foreign = await bench.Clients.Writing.CreateUsagePlanAsync(new() { Name = "Gold" }, Cancelled);

        Assert.Null(await ReadAsync(bench));
        await bench.Gateway.DeleteAsync(Plan, Cancelled);

        Assert.Equal("Gold", (await bench.Clients.Reading.GetUsagePlanAsync(new() { UsagePlanId = foreign.Id }, Cancelled)).Name);
    }

    [Fact]
    public async Task A_foreign_stage_in_our_plan_is_seen_and_can_be_taken_out()
    {
        await using var bench = await BenchAsync();
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(OpenApiBody.Of(Specs.Named("root"))));
        var api = await bench.Clients.Writing.ImportRestApiAsync(new() { Body = body }, Cancelled);
        await bench.Clients.Writing.CreateDeploymentAsync(new() { RestApiId = api.Id, StageName = "live" }, Cancelled);
        await bench.Gateway.CreateAsync(Plan, Cancelled);
        var id = await bench.Gateway.FindUsagePlanAsync("gold", Cancelled);
        await bench.Clients.Writing.UpdateUsagePlanAsync(new() { UsagePlanId = id, PatchOperations = [new() { Op = "add", Path = "/apiStages", Value = $"{api.Id}:live" }] }, Cancelled);

        var live = await ReadAsync(bench);
        Assert.Contains($"aws:{api.Id}/live", live!.Stages.Keys);

        await bench.Gateway.UpdateAsync(live, Plan, Cancelled);
        Assert.Equal(Plan.Text, (await ReadAsync(bench))!.Text);
    }

    private static UsagePlanSpec After(string what) => what switch
    {
        "limits" => Plan with { Throttle = new ThrottleSpec { RateLimit = 0.25, BurstLimit = 1 }, Quota = new QuotaSpec { Limit = 1, Period = "MONTH", Offset = 27 } },
        "none" => Plan with { Throttle = null, Quota = null },
        "stages" => Plan with { Stages = new([new("mock/prod", Given.PlanStage(("GET /pets", 1, 1)))]) },
        "methods" => Plan with { Stages = new([new("mock/dev", Given.PlanStage(("GET /pets", 5, 1))), new("mock/prod", Given.PlanStage(("GET /", 1, 1)))]) },
        "words" => Plan with { Name = "Silver", Description = null },
        "everything" => Plan with { Name = "Silver", Description = "Other", Throttle = null, Quota = new QuotaSpec { Limit = 7, Period = "WEEK", Offset = 6 }, Stages = SortedMap<PlanStageSpec>.Empty },
        _ => throw new NotSupportedException(what),
    };

    /// <summary>An API with two stages.</summary>
    private static async Task<AwsBench> BenchAsync()
    {
        var bench = await AwsBench.StartAsync();
        var api = Specs.Named("mock");
        await bench.DeployAsync(api, Given.Stage("dev", api));
        await bench.Gateway.CreateAsync(Given.Stage("prod", api), Cancelled);

        return bench;
    }

    /// <summary>As after a restart.</summary>
    private static async Task<UsagePlanSpec?> ReadAsync(AwsBench bench) =>
        (UsagePlanSpec?)(await bench.Open().ReadAsync(GatewayScope.OfUsagePlan(Guid.Empty, "gold"), Cancelled)).Find(Plan.Address);

    private static async Task<IEnumerable<string>> WritesAsync(AwsBench bench, long last) => (await bench.CallsAfterAsync(last)).Where(call => !call.IsRead).Select(call => call.Operation);
}
