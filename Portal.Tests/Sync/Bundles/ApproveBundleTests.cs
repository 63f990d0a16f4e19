using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Plans;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Plans;
using Portal.Tests.Stages;

namespace Portal.Tests.Sync.Bundles;

public sealed class ApproveBundleTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_change_set_that_was_superseded_meanwhile_holds_back_all_of_them()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var (one, two) = (await Selling.PlanAsync(person), await Selling.PlanAsync(person));
        var bundle = await ProposedAsync(person, one, two);
        await Selling.ProposeAsync(person, one);

        await Bundling.TryApproveAsync(person, bundle).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:sync:other-bundle");

        var now = await Bundling.ReadAsync(person, bundle.Id);
        Assert.Equal([PartState.Proposed, PartState.Superseded], now.Items.Select(item => item.State).Order());
        Assert.Equal(1, now.Approvable);
        Assert.Equal(PartState.Done, (await Bundling.ApproveAsync(person, now)).Items.Single(item => item.State is not PartState.Superseded).State);
    }

    [Fact]
    public async Task What_brakes_wants_its_name_and_the_others_wait_for_it()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var routes = string.Join('\n', Enumerable.Range(1, 12).Select(number => $"  /r{number}: {{ get: {{ responses: {{ '200': {{ description: ok }} }} }} }}"));
        var api = await Catalog.Given.ApiAsync(person, text: $"openapi: 3.0.1\ninfo: {{ title: Many, version: '1' }}\nx-portal-default-integration: {{ type: mock }}\npaths:\n{routes}\n");
        var stage = await Pipeline.StageAsync(person, api);
        await Pipeline.DeployAsync(person, stage);
        var text = "openapi: 3.0.1\ninfo: { title: Many, version: '2' }\nx-portal-default-integration: { type: mock }\npaths:\n  /r1: { get: { responses: { '200': { description: ok } } } }\n";
        await person.Http.PostAsync<RevisedApi>($"/api/v1/apis/{api.Id}/revisions", new { document = new { text }, version = api.Version }, HttpStatusCode.OK);
        var plan = await Selling.PlanAsync(person);
        var bundle = await Bundling.ProposeAsync(person, $"Stage/{stage.Id}", $"UsagePlan/{plan.Id}");
        var name = Assert.Single(bundle.NamesToType);

        var problem = await Bundling.TryApproveAsync(person, bundle).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:sync:name-not-typed");

        Assert.Contains("It removes 11 of the 12 routes", problem.Detail, StringComparison.Ordinal);
        Assert.All((await Bundling.ReadAsync(person, bundle.Id)).Items, item => Assert.Equal(PartState.Proposed, item.State));
        await (await Bundling.TryApproveAsync(person, bundle, name)).AnswerAsync<BundleView>(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_needs_a_second_person_is_left_to_them()
    {
        var person = await portal.PersonAsync(Role.Publisher | Role.Admin);
        var stage = await Pipeline.StageAsync(person, await Catalog.Given.ApiAsync(person));
        await person.Http.PutAsync<StageView>($"/api/v1/stages/{stage.Id}/second-person", new { needsSecondPerson = true, version = stage.Version });
        var second = await portal.PersonAsync(Role.Publisher, person.Team);
        var plan = await Selling.PlanAsync(person);
        var bundle = await Bundling.ProposeAsync(person, $"Stage/{stage.Id}", $"UsagePlan/{plan.Id}");
        Assert.Equal((1, 1), (bundle.Approvable, bundle.Count(PartState.HeldBack)));

        await Bundling.ApproveAsync(person, bundle);
        var rest = await Bundling.ReadAsync(second, bundle.Id);
        var done = await Bundling.ApproveAsync(second, rest);

        Assert.Equal(1, rest.Approvable);
        Assert.All(done.Items, item => Assert.Equal(PartState.Done, item.State));
    }

    [Fact]
    public async Task What_is_set_aside_is_not_begun_any_more()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var bundle = await ProposedAsync(person, await Selling.PlanAsync(person), await Selling.PlanAsync(person));

        var aside = await person.Http.PostAsync<BundleView>($"/api/v1/bundles/{bundle.Id}/cancel", new { }, HttpStatusCode.OK);

        Assert.All(aside.Items, item => Assert.Equal(PartState.Cancelled, item.State));
        await Bundling.TryApproveAsync(person, bundle).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:sync:other-bundle");
    }

    private static Task<BundleView> ProposedAsync(Person person, params UsagePlanView[] plans) => Bundling.ProposeAsync(person, [.. plans.Select(plan => $"UsagePlan/{plan.Id}")]);
}
