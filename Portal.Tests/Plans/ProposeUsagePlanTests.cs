using System.Net;
using Portal.Shared;
using Portal.Shared.Plans;
using Portal.Shared.Sync;
using Portal.Tests.Stages;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Plans;

public sealed class ProposeUsagePlanTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_plan_reaches_AWS_by_a_change_set_that_says_what_it_does()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher, text: Selling.KeyedPets);
        var stage = await Selling.DeployedStageAsync(publisher, api);
        var plan = await Selling.PlanAsync(publisher, stage);

        var run = await Selling.ProposeAsync(publisher, plan);

        Assert.Equal($"Create the usage plan {plan.Name}", run.Title);
        Assert.Equal($"UsagePlan/{plan.Id}", run.Subject);
        Assert.Equal($"Creates the usage plan {plan.Name}: 100 requests per second with bursts of 200; 1,000 requests per day.", Assert.Single(run.Steps).Headline);
        Assert.Equal([$"Adds the stage dev of {api.Name}: every key of this plan may call it."], run.Steps[0].Details);
        Assert.Empty(run.Notes);

        await Selling.DoneAsync(publisher, run);
        var applied = await Selling.ReadAsync(publisher, plan);
        Assert.Equal((UsagePlanState.InStep, run.Id), (applied.State, applied.Applied!.RunId));
        Assert.Equal(new PlanRun(run.Id, run.Title, RunState.Done), applied.Run);
    }

    [Fact]
    public async Task A_changed_plan_is_one_step_in_plain_words()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher, text: Selling.KeyedPets);
        var (dev, prod) = (await Selling.DeployedStageAsync(publisher, api), await Selling.DeployedStageAsync(publisher, api, "prod"));
        var plan = await Selling.PlanAsync(publisher, dev);
        await Selling.ApplyAsync(publisher, plan);
        var changed = await Selling.ChangeAsync(publisher, plan, Selling.Again(plan) with
        {
            Throttle = new Throttle { RateLimit = 50, BurstLimit = 200 },
            Quota = null,
            Stages = [new PlanStage { StageId = prod.Id, Methods = [new MethodLimit { Route = "GET /pets", RateLimit = 5, BurstLimit = 10 }] }],
        });

        var run = await Selling.ProposeAsync(publisher, changed);

        Assert.Equal($"Change the usage plan {plan.Name}", run.Title);
        Assert.Equal(
            [
                "Rate 100 -> 50 requests per second.",
                "Quota: 1,000 requests per day -> no quota.",
                $"Takes the stage dev of {api.Name} out: the keys of this plan cannot call it any more by this plan.",
                $"Adds the stage prod of {api.Name}: every key of this plan may call it.",
                $"Limits GET /pets in the stage prod of {api.Name} to 5 requests per second with bursts of 10.",
            ],
            Assert.Single(run.Steps).Details);
        await Selling.DoneAsync(publisher, run);
        Assert.Equal(UsagePlanState.InStep, (await Selling.ReadAsync(publisher, plan)).State);
    }

    [Fact]
    public async Task Taking_a_change_back_leaves_the_plan_ahead_of_AWS()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var plan = await Selling.PlanAsync(publisher);
        await Selling.ApplyAsync(publisher, plan);
        await Selling.ChangeAsync(publisher, plan, Selling.Again(plan) with { Quota = null });
        var run = await Selling.ApplyAsync(publisher, plan);

        await Selling.UndoAsync(publisher, run);

        var back = await Selling.ReadAsync(publisher, plan);
        Assert.Equal((UsagePlanState.Changed, null), (back.State, back.Quota));
    }

    [Fact]
    public async Task Taking_the_creation_back_makes_it_a_draft_again()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var plan = await Selling.PlanAsync(publisher);

        await Selling.UndoAsync(publisher, await Selling.ApplyAsync(publisher, plan));

        Assert.Equal(UsagePlanState.Draft, (await Selling.ReadAsync(publisher, plan)).State);
    }

    [Fact]
    public async Task A_stage_to_which_nothing_is_deployed_is_named()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var plan = await Selling.PlanAsync(publisher, await Pipeline.StageAsync(publisher, api));

        var problem = await Selling.TryProposeAsync(publisher, plan).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:plans:not-deployed");

        Assert.Equal($"Nothing is deployed to dev of {api.Name} yet. Deploy there first, or take it out of the plan.", problem.Detail);
    }

    [Fact]
    public async Task What_the_plan_will_not_do_is_said()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var stage = await Selling.DeployedStageAsync(publisher, api);
        var plan = await Selling.MakeAsync(publisher, Selling.Terms(publisher, stage.ConnectionId) with
        {
            Stages = [new PlanStage { StageId = stage.Id, Methods = [new MethodLimit { Route = "GET /gone", RateLimit = 1, BurstLimit = 1 }, new MethodLimit { Route = "* /pets", RateLimit = 1, BurstLimit = 1 }] }],
        });

        var run = await Selling.ProposeAsync(publisher, plan);

        Assert.Equal(
            [
                $"In dev of {api.Name} no method asks for an API key: everybody may call them, and this plan limits nobody there (GET /pets, POST /pets, GET /pets/{{petId}}).",
                $"In dev of {api.Name} nothing answers to GET /gone: that limit has no effect with the revision that runs there now.",
            ],
            run.Notes);
    }

    [Fact]
    public async Task A_plan_that_was_removed_since_is_not_begun()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var plan = await Selling.PlanAsync(publisher);
        await Selling.ApplyAsync(publisher, plan);
        var deletion = await publisher.Http.GetAsync<RunView>($"/api/v1/runs/{(await Selling.DeleteAsync(publisher, plan)).RunId}");
        await Selling.DoneAsync(publisher, deletion);

        await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/plans/{plan.Id}/changes", new { }).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:plans:deleted");
    }
}
