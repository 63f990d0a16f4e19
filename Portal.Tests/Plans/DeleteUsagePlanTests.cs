using System.Net;
using Portal.Shared;
using Portal.Shared.Plans;
using Portal.Shared.Sync;

namespace Portal.Tests.Plans;

public sealed class DeleteUsagePlanTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_gone_at_once_with_what_was_proposed_for_it()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var plan = await Selling.PlanAsync(publisher);
        var run = await Selling.ProposeAsync(publisher, plan);

        Assert.Null((await Selling.DeleteAsync(publisher, plan)).RunId);

        await publisher.Http.GetAsync($"/api/v1/plans/{plan.Id}", Cancelled).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
        Assert.Equal(RunState.Superseded, (await publisher.Http.GetAsync<RunView>($"/api/v1/runs/{run.Id}")).State);
    }

    [Fact]
    public async Task What_is_in_AWS_is_deleted_by_a_change_set()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var plan = await Selling.PlanAsync(publisher, await Selling.DeployedStageAsync(publisher));
        await Selling.ApplyAsync(publisher, plan);

        var deleted = await Selling.DeleteAsync(publisher, plan);
        var run = await publisher.Http.GetAsync<RunView>($"/api/v1/runs/{deleted.RunId}");

        Assert.Equal(plan.Name, run.NameToType);
        Assert.Equal(UsagePlanState.InStep, (await Selling.ReadAsync(publisher, plan)).State);

        await Selling.DoneAsync(publisher, run);
        Assert.Equal(UsagePlanState.Deleted, (await Selling.ReadAsync(publisher, plan)).State);
        Assert.Empty((await publisher.Http.GetAsync<Page<UsagePlanRow>>($"/api/v1/plans?search={plan.Name}")).Items);
    }

    [Fact]
    public async Task A_deleted_plan_is_not_changed_any_more()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var plan = await DeletedAsync(publisher);

        await Selling.TryChangeAsync(publisher, plan, Selling.Again(plan)).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:plans:deleted");
        await Selling.TryProposeAsync(publisher, plan).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:plans:deleted");
        await publisher.Http.DeleteAsync($"/api/v1/plans/{plan.Id}?version={plan.Version}", Cancelled).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:plans:deleted");
    }

    [Fact]
    public async Task A_deletion_can_be_taken_back()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Selling.DeployedStageAsync(publisher);
        var plan = await Selling.PlanAsync(publisher, stage);
        await Selling.ApplyAsync(publisher, plan);
        var run = await publisher.Http.GetAsync<RunView>($"/api/v1/runs/{(await Selling.DeleteAsync(publisher, plan)).RunId}");

        await Selling.UndoAsync(publisher, await Selling.DoneAsync(publisher, run));

        var back = await Selling.ReadAsync(publisher, plan);
        Assert.Equal((UsagePlanState.InStep, plan.Name), (back.State, back.Name));
        Assert.True((await (await Selling.TryProposeAsync(publisher, plan)).AnswerAsync<ProposedUsagePlan>(HttpStatusCode.Created)).IsEmpty);
    }

    [Fact]
    public async Task What_comes_back_under_a_name_that_was_taken_meanwhile_can_be_told_apart()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var plan = await Selling.PlanAsync(publisher);
        await Selling.ApplyAsync(publisher, plan);
        var run = await publisher.Http.GetAsync<RunView>($"/api/v1/runs/{(await Selling.DeleteAsync(publisher, plan)).RunId}");
        run = await Selling.DoneAsync(publisher, run);
        await Selling.MakeAsync(publisher, Selling.Terms(publisher, plan.ConnectionId) with { Name = plan.Name });

        await Selling.UndoAsync(publisher, run);

        var back = await Selling.ReadAsync(publisher, plan);
        Assert.Equal(UsagePlanState.Changed, back.State);
        Assert.StartsWith($"{plan.Name} (", back.Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_version_deletes_nothing()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var plan = await Selling.PlanAsync(publisher);
        await Selling.ChangeAsync(publisher, plan, Selling.Again(plan));

        await publisher.Http.DeleteAsync($"/api/v1/plans/{plan.Id}?version={plan.Version}", Cancelled).RefusedAsync(HttpStatusCode.PreconditionFailed, "urn:portal:platform:changed-meanwhile");
    }

    private static async Task<UsagePlanView> DeletedAsync(Person person)
    {
        var plan = await Selling.PlanAsync(person);
        await Selling.ApplyAsync(person, plan);
        await Selling.DoneAsync(person, await person.Http.GetAsync<RunView>($"/api/v1/runs/{(await Selling.DeleteAsync(person, plan)).RunId}"));

        return await Selling.ReadAsync(person, plan);
    }
}
