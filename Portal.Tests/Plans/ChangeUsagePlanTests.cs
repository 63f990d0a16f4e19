using System.Net;
using Portal.Shared;
using Portal.Shared.Plans;
using Portal.Tests.Stages;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Plans;

public sealed class ChangeUsagePlanTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task All_of_it_can_change_at_once()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var (dev, prod) = (await Pipeline.StageAsync(publisher, api), await Pipeline.StageAsync(publisher, api, "prod"));
        var plan = await Selling.PlanAsync(publisher, dev);
        var limit = new MethodLimit { Route = "GET /pets", RateLimit = 0.5, BurstLimit = 1 };

        var changed = await Selling.ChangeAsync(publisher, plan, Selling.Again(plan) with
        {
            Name = "Silver",
            Description = "Second best",
            Throttle = null,
            Quota = new Quota { Limit = 5, Period = QuotaPeriod.Week, Offset = 1 },
            Stages = [new PlanStage { StageId = prod.Id, Methods = [limit] }],
        });

        Assert.Equal(("Silver", "Second best", null, 5), (changed.Name, changed.Description, changed.Throttle, changed.Quota!.Limit));
        Assert.Equal("prod", Assert.Single(changed.Stages).Stage);
        Assert.Equal([limit], changed.Stages[0].Methods);
        Assert.Equal(UsagePlanState.Draft, changed.State);
    }

    [Fact]
    public async Task Limits_of_a_stage_that_stays_can_change()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var plan = await Selling.PlanAsync(publisher, await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher)));
        MethodLimit[] limits = [new() { Route = "GET /pets", RateLimit = 1, BurstLimit = 1 }, new() { Route = "* /pets/{petId}", RateLimit = 2, BurstLimit = 2 }];

        var changed = await Selling.ChangeAsync(publisher, plan, Selling.Again(plan) with { Stages = [new PlanStage { StageId = plan.Stages[0].StageId, Methods = limits }] });
        var again = await Selling.ChangeAsync(publisher, changed, Selling.Again(changed) with { Stages = [new PlanStage { StageId = plan.Stages[0].StageId }] });

        Assert.Equal(limits.Reverse(), changed.Stages[0].Methods);
        Assert.Empty(again.Stages[0].Methods);
    }

    [Fact]
    public async Task The_second_to_save_is_told()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var plan = await Selling.PlanAsync(publisher);
        await Selling.ChangeAsync(publisher, plan, Selling.Again(plan) with { Description = "first" });

        await Selling.TryChangeAsync(publisher, plan, Selling.Again(plan) with { Description = "second" }).RefusedAsync(HttpStatusCode.PreconditionFailed, "urn:portal:platform:changed-meanwhile");

        Assert.Equal("first", (await Selling.ReadAsync(publisher, plan)).Description);
    }

    [Fact]
    public async Task The_end_of_a_run_does_not_take_the_plan_from_under_an_editor()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var plan = await Selling.PlanAsync(publisher);
        await Selling.ApplyAsync(publisher, plan);

        var changed = await Selling.ChangeAsync(publisher, plan, Selling.Again(plan) with { Throttle = new Throttle { RateLimit = 50, BurstLimit = 50 } });

        Assert.Equal(UsagePlanState.Changed, changed.State);
    }

    [Fact]
    public async Task A_name_of_another_plan_is_refused()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var (one, other) = (await Selling.PlanAsync(publisher), await Selling.PlanAsync(publisher));

        await Selling.TryChangeAsync(publisher, one, Selling.Again(one) with { Name = other.Name }).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:plans:name-taken");
    }

    [Fact]
    public async Task A_stage_that_is_in_the_plan_may_stay_whoever_edits()
    {
        var owner = await portal.PersonAsync(Role.Publisher);
        var both = await portal.PersonAsync(Role.Publisher, owner.Team, (await portal.PersonAsync(Role.Publisher)).Team);
        var colleague = await portal.PersonAsync(Role.Publisher, owner.Team);
        var foreign = await portal.PersonAsync(Role.Publisher, (await TeamsAsync(both))[1]);
        var stage = await Pipeline.StageAsync(foreign, await Given.ApiAsync(foreign));
        var plan = await Selling.MakeAsync(both, Selling.Terms(owner, stage.ConnectionId, stage));

        var changed = await Selling.ChangeAsync(colleague, plan, Selling.Again(plan) with { Description = "By a colleague" });

        Assert.Single(changed.Stages);
    }

    [Fact]
    public async Task A_stage_that_is_removed_takes_its_place_in_the_plan_with_it()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher));
        var plan = await Selling.PlanAsync(publisher, stage);

        using var removed = await publisher.Http.DeleteAsync($"/api/v1/stages/{stage.Id}?version={stage.Version}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Empty((await Selling.ReadAsync(publisher, plan)).Stages);
    }

    private static async Task<IReadOnlyList<Guid>> TeamsAsync(Person person) =>
        [person.Team, .. (await person.Http.GetAsync<Page<Shared.Identity.TeamView>>("/api/v1/teams")).Items.Select(team => team.Id).Where(team => team != person.Team)];
}
