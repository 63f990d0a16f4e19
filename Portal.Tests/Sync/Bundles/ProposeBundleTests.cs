using System.Net;
using Portal.Shared;
using Portal.Shared.Plans;
using Portal.Shared.Sync;
using Portal.Tests.Plans;
using Portal.Tests.Stages;

namespace Portal.Tests.Sync.Bundles;

public sealed class ProposeBundleTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Apis_stages_and_plans_are_previewed_approved_and_applied_as_one()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var (pets, shop) = (await Catalog.Given.ApiAsync(person), await Catalog.Given.ApiAsync(person));
        var (dev, other) = (await Pipeline.StageAsync(person, pets), await Pipeline.StageAsync(person, shop, "live"));
        var plan = await Selling.PlanAsync(person);

        var proposed = await Bundling.ProposeAsync(person, $"RestApi/{pets.Id}", $"Stage/{other.Id}", $"UsagePlan/{plan.Id}");
        var bundle = await Bundling.ReadAsync(person, proposed.Id);

        Assert.Equal((3, 0, 0, 0), (proposed.Runs, proposed.InStep, proposed.Refused, proposed.LeftOut));
        Assert.Equal([$"dev of {pets.Name}", $"live of {shop.Name}", $"usage plan {plan.Name}"], bundle.Items.Select(item => item.Name).Order(StringComparer.Ordinal));
        Assert.All(bundle.Items, item => Assert.Equal(RunState.Proposed, item.State));
        Assert.Equal(3, bundle.Approvable);

        var done = await Bundling.ApproveAsync(person, bundle);

        Assert.All(done.Items, item => Assert.True(item.State is RunState.Done, item.Outcome));
        Assert.Null(done.Fingerprint);
        Assert.NotNull((await Pipeline.StageAsync(person, dev.Id)).Runs);
        Assert.Equal(UsagePlanState.InStep, (await Selling.ReadAsync(person, plan)).State);
        var text = await person.Http.GetStringAsync($"/api/v1/bundles/{bundle.Id}/text", TestContext.Current.CancellationToken);
        Assert.Contains($"| dev of {pets.Name} | Done | 3 of 3 |", text, StringComparison.Ordinal);
        Assert.Contains("All 3 steps are done, and what AWS holds now is as approved.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_out_of_step_is_what_the_portal_knows_of_and_no_more()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var (deployed, behind) = (await Catalog.Given.ApiAsync(person), await Catalog.Given.ApiAsync(person));
        await Pipeline.DeployAsync(person, await Pipeline.StageAsync(person, deployed));
        var stage = await Pipeline.StageAsync(person, behind);
        await Pipeline.StageAsync(person, behind, "prod");

        var listed = await person.Http.GetAsync<Page<PickView>>("/api/v1/out-of-step");
        Assert.Equal(($"Stage/{stage.Id}", "Nothing is deployed there; the latest is revision 1."), listed.Items.Select(pick => (pick.Thing, pick.Why)).Single());

        var proposed = await EverythingAsync(person);
        await Bundling.ApproveAsync(person, await Bundling.ReadAsync(person, proposed.Id));

        Assert.Null((await EverythingAsync(person)).Id);
    }

    [Fact]
    public async Task What_AWS_has_already_is_said_to_be_in_step()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(person, await Catalog.Given.ApiAsync(person));
        await Pipeline.DeployAsync(person, stage);

        var proposed = await Bundling.ProposeAsync(person, $"Stage/{stage.Id}");
        var bundle = await Bundling.ReadAsync(person, proposed.Id);

        Assert.Equal((0, 1), (proposed.Runs, proposed.InStep));
        Assert.Equal((true, null), (Assert.Single(bundle.Items).IsInStep, bundle.Fingerprint));
    }

    [Fact]
    public async Task A_later_stage_gets_what_the_one_before_it_runs_and_waits_for_it()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var api = await Catalog.Given.ApiAsync(person);
        var (dev, prod) = (await Pipeline.StageAsync(person, api), await Pipeline.StageAsync(person, api, "prod"));

        var both = await Bundling.ReadAsync(person, (await Bundling.ProposeAsync(person, $"Stage/{dev.Id}", $"Stage/{prod.Id}")).Id);
        Assert.Equal($"Another stage of the same API comes first. An API is changed by one change set at a time. Propose this one again after dev of {api.Name}.", both.Items.Single(item => item.RunId is null).Refusal);
        await Bundling.ApproveAsync(person, both);

        var promoted = await Bundling.ReadAsync(person, (await Bundling.ProposeAsync(person, $"Stage/{prod.Id}")).Id);
        Assert.Equal($"Promote revision 1 of {api.Name} from dev to prod", Assert.Single(promoted.Items).Title);
        await Bundling.ApproveAsync(person, promoted);
        Assert.Equal((await Pipeline.StageAsync(person, dev.Id)).Runs!.Deployment, (await Pipeline.StageAsync(person, prod.Id)).Runs!.Deployment);
    }

    [Fact]
    public async Task What_cannot_be_proposed_is_kept_with_its_reason_and_holds_nothing_up()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var (good, bad) = (await Catalog.Given.ApiAsync(person), await Catalog.Given.ApiAsync(person));
        var (dev, late) = (await Pipeline.StageAsync(person, good), await Pipeline.StageAsync(person, bad));
        var prod = await Pipeline.StageAsync(person, bad, "prod");

        // Nothing runs on the stage before it yet.
        var proposed = await Bundling.ProposeAsync(person, $"Stage/{dev.Id}", $"Stage/{prod.Id}");
        var bundle = await Bundling.ReadAsync(person, proposed.Id);

        Assert.Equal((1, 1), (proposed.Runs, proposed.Refused));
        Assert.Contains(late.Name, bundle.Items.Single(item => item.RunId is null).Refusal, StringComparison.Ordinal);
        Assert.All((await Bundling.ApproveAsync(person, bundle)).Items.Where(item => item.RunId is not null), item => Assert.Equal(RunState.Done, item.State));
    }

    [Fact]
    public async Task What_is_another_teams_is_not_there()
    {
        var (person, stranger) = (await portal.PersonAsync(Role.Publisher), await portal.PersonAsync(Role.Publisher));
        var stage = await Pipeline.StageAsync(person, await Catalog.Given.ApiAsync(person));
        var bundle = await Bundling.ReadAsync(person, (await Bundling.ProposeAsync(person, $"Stage/{stage.Id}")).Id);

        await stranger.Http.SendAsync(HttpMethod.Post, "/api/v1/bundles", new { things = new[] { $"Stage/{stage.Id}" } }).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:sync:nothing-to-bring");
        await stranger.Http.SendAsync(HttpMethod.Get, $"/api/v1/bundles/{bundle.Id}", new { }).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
        await Bundling.TryApproveAsync(stranger, bundle).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
        Assert.Empty((await stranger.Http.GetAsync<Page<BundleSummary>>("/api/v1/bundles")).Items);
        Assert.Equal(bundle.Id, Assert.Single((await person.Http.GetAsync<Page<BundleSummary>>("/api/v1/bundles")).Items).Id);
    }

    [Fact]
    public async Task Neither_nothing_nor_both_can_be_asked_for()
    {
        var person = await portal.PersonAsync(Role.Publisher);

        await person.Http.SendAsync(HttpMethod.Post, "/api/v1/bundles", new { }).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
        await person.Http.SendAsync(HttpMethod.Post, "/api/v1/bundles", new { everything = true, things = new[] { $"Stage/{Guid.NewGuid()}" } }).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
        await person.Http.SendAsync(HttpMethod.Post, "/api/v1/bundles", new { things = new[] { "Stage/x" } }).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
    }

    private static Task<ProposedBundle> EverythingAsync(Person person) => person.Http.PostAsync<ProposedBundle>("/api/v1/bundles", new { everything = true }, HttpStatusCode.OK);
}
