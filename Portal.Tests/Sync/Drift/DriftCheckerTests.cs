using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Sync;
using Portal.Server.Sync.Drift;
using Portal.Shared.Sync;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Sync.Drift;

public sealed class DriftCheckerTests
{
    [Fact]
    public async Task What_a_run_left_has_not_drifted()
    {
        using var world = await DeployedAsync();

        await world.CheckAsync();

        Assert.Empty(await world.FindingsAsync());
        Assert.All(await world.ReadAsync(db => db.Set<DriftCheck>().ToListAsync()), check => Assert.NotNull(check.FullAt));
    }

    [Fact]
    public async Task Somebody_elses_change_is_a_finding_for_each_place()
    {
        using var world = await DeployedAsync();
        world.Gateway.Set(Api(world) with { Description = "Theirs", Methods = new(Api(world).Methods.Skip(1)) });

        await world.CheckAsync(DriftLook.Quick);

        var findings = await world.FindingsAsync();
        Assert.Equal([("description", DriftSort.Changed), ("GET /1", DriftSort.Missing)], findings.Select(finding => (finding.PlaceName, finding.Sort)));
        Assert.Contains("Removes GET /1.", findings[1].Words);
        Assert.Contains("No stage serves it yet: the next deployment in AWS would.", findings[1].Words);
        Assert.All(findings, finding => Assert.Equal((FindingState.Open, DriftLook.Quick, "shop"), (finding.State, finding.FoundBy, finding.SubjectName)));
    }

    [Fact]
    public async Task A_finding_settles_itself_when_the_gateway_is_as_it_was_left()
    {
        using var world = await DeployedAsync();
        var api = Api(world);
        world.Gateway.Set(api with { Description = "Theirs" });
        await world.CheckAsync();
        world.Gateway.Set(api);

        await world.CheckAsync();

        Assert.Equal(FindingState.Resolved, Assert.Single(await world.FindingsAsync()).State);
    }

    [Fact]
    public async Task What_is_ignored_stays_so_until_it_changes_again()
    {
        using var world = await DeployedAsync();
        world.Gateway.Set(Api(world) with { Description = "Theirs" });
        await world.CheckAsync();
        await world.SendAsync<IgnoreDriftHandler, IgnoreDrift, FindingView>(new IgnoreDrift((await world.FindingsAsync())[0].Id));

        await world.CheckAsync();
        Assert.Equal(FindingState.Ignored, Assert.Single(await world.FindingsAsync()).State);
        world.Gateway.Set(Api(world) with { Description = "Theirs, again" });
        await world.CheckAsync();

        Assert.Equal(FindingState.Open, Assert.Single(await world.FindingsAsync()).State);
    }

    [Fact]
    public async Task While_a_run_is_on_its_way_nothing_is_said()
    {
        using var world = await DeployedAsync();
        var run = await world.ApprovedAsync(World.Deployed(4, "dev", "prod"));
        await world.ReadAsync(db => db.Set<ChangeRun>().Where(row => row.Id == run).ExecuteUpdateAsync(rows => rows.SetProperty(row => row.State, RunState.Running)));
        world.Gateway.Set(Api(world) with { Description = "Half written" });

        await world.CheckAsync();

        Assert.Empty(await world.FindingsAsync());
        Assert.NotNull((await world.ReadAsync(db => db.Set<DriftCheck>().SingleAsync())).NotBefore);
    }

    [Fact]
    public async Task A_run_that_comes_and_goes_while_AWS_is_asked_is_no_drift()
    {
        using var world = await DeployedAsync();
        var fired = false;
        world.Gateway.After = call =>
        {
            if (call.StartsWith("GetRestApi", StringComparison.Ordinal) && !fired)
            {
                fired = true;
                world.ReadAsync(db => db.Set<AppliedSpec>().ExecuteUpdateAsync(rows => rows.SetProperty(row => row.RunId, Guid.NewGuid()))).GetAwaiter().GetResult();
                world.Gateway.Set(Api(world) with { Description = "Of the later run" });
            }
        };

        await world.CheckAsync();

        Assert.Empty(await world.FindingsAsync());
    }

    [Fact]
    public async Task What_a_later_run_leaves_is_what_counts()
    {
        using var world = await DeployedAsync();
        world.Gateway.Set(Api(world) with { Description = "Theirs" });
        await world.CheckAsync();

        await world.RunAsync(World.Deployed(5, "dev", "prod"));
        Assert.Equal(2, await world.RoundAsync());

        Assert.Equal(FindingState.Resolved, Assert.Single(await world.FindingsAsync()).State);
    }

    [Fact]
    public async Task Where_AWS_does_not_answer_that_is_said_and_nothing_else_changes()
    {
        using var world = await DeployedAsync();
        world.Gateway.Before = _ => throw World.Refusal(GatewayRefusal.Denied);

        await world.CheckAsync();

        Assert.Equal("PutRestApi: BadRequestException: AWS's own words", (await world.ReadAsync(db => db.Set<DriftCheck>().SingleAsync())).Trouble);
        Assert.Empty(await world.FindingsAsync());
    }

    [Fact]
    public async Task An_API_that_is_gone_is_one_finding()
    {
        using var world = await DeployedAsync();
        await world.Gateway.DeleteAsync(Api(world), World.Cancelled);

        await world.CheckAsync(DriftLook.Quick);

        Assert.Equal(("API shop", ""), (Assert.Single(await world.FindingsAsync()) is { } gone ? (gone.PlaceName, gone.Place) : default));
    }

    [Fact]
    public async Task A_usage_plan_is_held_against_what_was_left_too()
    {
        using var world = await DeployedAsync();
        world.Scope = GatewayScope.OfUsagePlan(world.Connection, "gold");
        await world.RunAsync(Given.UsagePlan("gold", "shop/prod"));
        world.Gateway.Set(Given.UsagePlan("gold", "shop/prod") with { Throttle = null });

        await world.RoundAsync();

        Assert.Equal(["throttle"], (await world.FindingsAsync()).Select(finding => finding.PlaceName));
    }

    [Fact]
    public async Task Who_did_it_is_said_where_it_is_known()
    {
        using var world = await DeployedAsync();
        world.Gateway.Set(Api(world) with { Description = "Theirs" });
        world.Witness.Changes.Add(new WitnessedChange("UpdateRestApi", "mallory", world.Clock.GetUtcNow().AddSeconds(5), ""));

        await world.CheckAsync();

        var finding = Assert.Single(await world.FindingsAsync());
        Assert.Equal(("mallory", "UpdateRestApi"), (finding.Who, finding.WhoNote));
    }

    [Fact]
    public async Task Where_it_may_not_be_asked_who_did_it_the_check_is_none_the_worse()
    {
        using var world = await DeployedAsync();
        world.Gateway.Set(Api(world) with { Description = "Theirs" });
        world.Witness.Refusal = World.Refusal(GatewayRefusal.Denied);

        await world.CheckAsync();

        var finding = Assert.Single(await world.FindingsAsync());
        Assert.Equal((null, "CloudTrail did not tell: BadRequestException: AWS's own words"), (finding.Who, finding.WhoNote));
        Assert.Null((await world.ReadAsync(db => db.Set<DriftCheck>().SingleAsync())).Trouble);
    }

    private static RestApiSpec Api(World world) => (RestApiSpec)world.Gateway.State.Find(new Address(Kind.RestApi, "shop"))!;

    private static async Task<World> DeployedAsync()
    {
        var world = await World.NewAsync();
        await world.RunAsync(World.Deployed(3, "dev", "prod"));

        return world;
    }
}
