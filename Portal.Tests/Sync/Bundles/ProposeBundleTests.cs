using System.Net;
using Portal.Shared;
using Portal.Shared.Plans;
using Portal.Shared.Sync;
using Portal.Tests.Connections;
using Portal.Tests.Plans;
using Portal.Tests.Sandbox;
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

        var proposed = await Bundling.AskAsync(person, new { things = new[] { $"RestApi/{pets.Id}", $"Stage/{other.Id}", $"UsagePlan/{plan.Id}" } });
        var bundle = await Bundling.ReadAsync(person, proposed.Id);

        Assert.Equal(3, proposed.Parts);
        Assert.Equal([$"dev of {pets.Name}", $"live of {shop.Name}", $"usage plan {plan.Name}"], bundle.Items.Select(item => item.Name).Order(StringComparer.Ordinal));
        Assert.All(bundle.Items, item => Assert.Equal(PartState.Proposed, item.State));
        Assert.Equal(3, bundle.Approvable);

        var done = await Bundling.ApproveAsync(person, bundle);

        Assert.All(done.Items, item => Assert.True(item.State is PartState.Done, item.Why));
        Assert.Null(done.Fingerprint);
        Assert.NotNull((await Pipeline.StageAsync(person, dev.Id)).Runs);
        Assert.Equal(UsagePlanState.InStep, (await Selling.ReadAsync(person, plan)).State);
        var text = await person.Http.GetStringAsync($"/api/v1/bundles/{bundle.Id}/text", TestContext.Current.CancellationToken);
        Assert.Contains($"| dev of {pets.Name} | Done | 3 of 3 |", text, StringComparison.Ordinal);
        Assert.Contains("All 3 steps are done, and what AWS holds now is as approved.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APIs_of_every_kind_are_applied_as_one_and_taken_back_as_one()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        await using var backend = await Backend.StartAsync();
        var (rest, http, socket) = (await Catalog.Given.ApiAsync(person), await HttpApiStagesTests.ApiAsync(person, backend), await Selling.SocketApiAsync(person, backend.Url));
        var stages = new[] { await Pipeline.StageAsync(person, rest), await Pipeline.StageAsync(person, http), await Pipeline.StageAsync(person, socket) };

        var bundle = await Bundling.ProposeAsync(person, $"RestApi/{rest.Id}", $"HttpApi/{http.Id}", $"WebSocketApi/{socket.Id}");
        Assert.Equal(3, bundle.Approvable);
        Assert.Contains(bundle.Items, item => item.Name == $"dev of {socket.Name}");
        var done = await Bundling.ApproveAsync(person, bundle);

        Assert.All(done.Items, item => Assert.True(item.State is PartState.Done, item.Why));
        Assert.Null((await Bundling.AskAsync(person, new { everything = true })).Id);
        foreach (var stage in stages)
        {
            Assert.NotNull((await Pipeline.StageAsync(person, stage.Id)).Runs);
        }

        var undos = new List<string>();
        foreach (var item in done.Items)
        {
            undos.Add($"Run/{(await person.Http.PostAsync<RunView>($"/api/v1/runs/{item.RunId}/undo", new { })).Id}");
        }

        var back = await Bundling.ReadAsync(person, (await Bundling.AskAsync(person, new { things = undos })).Id);
        Assert.Equal(new[] { rest.AwsName, http.AwsName, socket.AwsName }.Order(StringComparer.Ordinal), back.NamesToType.Order(StringComparer.Ordinal));
        Assert.All((await Bundling.ApproveAsync(person, back)).Items, item => Assert.True(item.State is PartState.Done, item.Why));
        foreach (var stage in stages)
        {
            Assert.Null((await Pipeline.StageAsync(person, stage.Id)).Runs);
        }
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

        var proposed = await Bundling.AskAsync(person, new { everything = true });
        await Bundling.ApproveAsync(person, await Bundling.ReadAsync(person, proposed.Id));

        Assert.Null((await Bundling.AskAsync(person, new { everything = true })).Id);
    }

    [Fact]
    public async Task What_AWS_has_already_is_said_to_be_in_step()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(person, await Catalog.Given.ApiAsync(person));
        await Pipeline.DeployAsync(person, stage);

        var bundle = await Bundling.ProposeAsync(person, $"Stage/{stage.Id}");

        Assert.Equal((PartState.InStep, null), (Assert.Single(bundle.Items).State, bundle.Fingerprint));
    }

    [Fact]
    public async Task A_later_stage_is_proposed_when_the_one_before_it_is_done_and_gets_the_same()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var api = await Catalog.Given.ApiAsync(person);
        var (dev, prod) = (await Pipeline.StageAsync(person, api), await Pipeline.StageAsync(person, api, "prod"));

        var both = await Bundling.ProposeAsync(person, $"Stage/{prod.Id}", $"Stage/{dev.Id}");
        Assert.Equal([(PartState.Proposed, null), (PartState.Waiting, $"It is proposed when dev of {api.Name} is done.")], both.Items.Select(item => (item.State, item.Why)));

        var then = await Bundling.ApproveAsync(person, both);
        Assert.Equal([PartState.Done, PartState.Proposed], then.Items.Select(item => item.State));
        Assert.Equal($"Promote revision 1 of {api.Name} from dev to prod", then.Items[1].Title);

        Assert.All((await Bundling.ApproveAsync(person, then)).Items, item => Assert.Equal(PartState.Done, item.State));
        Assert.Equal((await Pipeline.StageAsync(person, dev.Id)).Runs!.Deployment, (await Pipeline.StageAsync(person, prod.Id)).Runs!.Deployment);
    }

    [Fact]
    public async Task Everything_with_later_stages_goes_through_the_whole_pipeline()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var api = await Catalog.Given.ApiAsync(person);
        await Pipeline.StageAsync(person, api);
        await Pipeline.StageAsync(person, api, "test");
        var prod = await Pipeline.StageAsync(person, api, "prod");

        var bundle = await Bundling.ReadAsync(person, (await Bundling.AskAsync(person, new { everything = true, laterStages = true })).Id);
        Assert.Equal([PartState.Proposed, PartState.Waiting, PartState.Waiting], bundle.Items.Select(item => item.State));

        while (bundle.Approvable > 0)
        {
            bundle = await Bundling.ApproveAsync(person, bundle);
        }

        Assert.All(bundle.Items, item => Assert.Equal(PartState.Done, item.State));
        Assert.NotNull((await Pipeline.StageAsync(person, prod.Id)).Runs);
        Assert.Null((await Bundling.AskAsync(person, new { everything = true, laterStages = true })).Id);
    }

    [Fact]
    public async Task A_plan_comes_after_the_stages_that_it_names()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var api = await Catalog.Given.ApiAsync(person);
        var stage = await Pipeline.StageAsync(person, api);
        var plan = await Selling.PlanAsync(person, stage);

        var bundle = await Bundling.ProposeAsync(person, $"UsagePlan/{plan.Id}", $"Stage/{stage.Id}");
        Assert.Equal(1, bundle.Approvable);
        Assert.Equal($"It is proposed when dev of {api.Name} is done.", bundle.Items.Single(item => item.Thing == $"UsagePlan/{plan.Id}").Why);

        var then = await Bundling.ApproveAsync(person, await Bundling.ApproveAsync(person, bundle));

        Assert.All(then.Items, item => Assert.Equal(PartState.Done, item.State));
    }

    [Fact]
    public async Task What_cannot_be_proposed_is_kept_with_its_reason_and_holds_nothing_up()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var (good, bad) = (await Catalog.Given.ApiAsync(person), await Catalog.Given.ApiAsync(person));
        var (dev, late) = (await Pipeline.StageAsync(person, good), await Pipeline.StageAsync(person, bad));
        var prod = await Pipeline.StageAsync(person, bad, "prod");

        // Nothing runs on the stage before it yet.
        var bundle = await Bundling.ProposeAsync(person, $"Stage/{dev.Id}", $"Stage/{prod.Id}");

        Assert.Equal((1, 1), (bundle.Count(PartState.Proposed), bundle.Count(PartState.NotProposed)));
        Assert.Contains(late.Name, bundle.Items.Single(item => item.RunId is null).Why, StringComparison.Ordinal);
        Assert.All((await Bundling.ApproveAsync(person, bundle)).Items.Where(item => item.RunId is not null), item => Assert.Equal(PartState.Done, item.State));

        // Once something does, it is taken in again.
        await Pipeline.DeployAsync(person, late);
        await person.Http.PostAsync<BundleView>($"/api/v1/bundles/{bundle.Id}/take-in", new { state = PartState.NotProposed }, HttpStatusCode.OK);
        Assert.Equal(1, (await Bundling.ReadAsync(person, bundle.Id)).Approvable);
    }

    [Fact]
    public async Task What_is_left_out_is_not_approved_nor_what_comes_after_it()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var (one, two) = (await Catalog.Given.ApiAsync(person), await Catalog.Given.ApiAsync(person));
        var (dev, prod, other) = (await Pipeline.StageAsync(person, one), await Pipeline.StageAsync(person, one, "prod"), await Pipeline.StageAsync(person, two));
        var bundle = await Bundling.ProposeAsync(person, $"Stage/{dev.Id}", $"Stage/{prod.Id}", $"Stage/{other.Id}");

        await Bundling.LeaveOutAsync(person, bundle, $"Stage/{dev.Id}");
        var rest = await Bundling.ReadAsync(person, bundle.Id);

        Assert.Equal((PartState.LeftOut, PartState.NotProposed, 1), (rest.Items.Single(item => item.Thing == $"Stage/{dev.Id}").State, rest.Items.Single(item => item.Thing == $"Stage/{prod.Id}").State, rest.Approvable));
        Assert.Equal($"What comes before it was not done. It would have been proposed after dev of {one.Name}. Take it into the bundle again once that is done, or propose it by itself.", rest.Items.Single(item => item.State is PartState.NotProposed).Why);
        await Bundling.TryApproveAsync(person, bundle).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:sync:other-bundle");
        await Bundling.ApproveAsync(person, rest);
        Assert.Null((await Pipeline.StageAsync(person, dev.Id)).Runs);

        // Its change set was made already: it is taken in as it stands.
        await person.Http.PostAsync<BundleView>($"/api/v1/bundles/{bundle.Id}/take-in", new { things = new[] { $"Stage/{dev.Id}" } }, HttpStatusCode.OK);
        await Bundling.ApproveAsync(person, await Bundling.ReadAsync(person, bundle.Id));
        Assert.NotNull((await Pipeline.StageAsync(person, dev.Id)).Runs);
    }

    [Fact]
    public async Task Change_sets_of_any_kind_that_wait_already_are_approved_together()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var certificate = await Things.ProposeAsync(admin, Things.Of(await Pipeline.SandboxAsync(admin), "certificates"), new { teamId = admin.Team, description = "For the shop" });
        var stage = await Pipeline.StageAsync(admin, await Catalog.Given.ApiAsync(admin));

        var bundle = await Bundling.ProposeAsync(admin, $"Run/{certificate.Id}", $"Stage/{stage.Id}");

        Assert.Equal(2, bundle.Approvable);
        Assert.All((await Bundling.ApproveAsync(admin, bundle)).Items, item => Assert.Equal(PartState.Done, item.State));
    }

    [Fact]
    public async Task Parts_are_read_by_the_page_and_by_state()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var plans = new List<UsagePlanView>();

        for (var number = 0; number < 5; number++)
        {
            plans.Add(await Selling.PlanAsync(person));
        }

        var bundle = await Bundling.ProposeAsync(person, [.. plans.Select(plan => $"UsagePlan/{plan.Id}")]);
        await Bundling.LeaveOutAsync(person, bundle, bundle.Items[0].Thing);

        var page = await Bundling.ReadAsync(person, bundle.Id, "?state=Proposed&skip=1&take=2");

        Assert.Equal((4, 2), (page.Total, page.Items.Count));
        Assert.Equal(bundle.Items.Skip(2).Take(2).Select(item => item.Name), page.Items.Select(item => item.Name));
        Assert.Equal((4, 1, 4), (page.Count(PartState.Proposed), page.Count(PartState.LeftOut), page.Approvable));
    }

    [Fact]
    public async Task What_is_another_teams_is_not_there()
    {
        var (person, stranger) = (await portal.PersonAsync(Role.Publisher), await portal.PersonAsync(Role.Publisher));
        var stage = await Pipeline.StageAsync(person, await Catalog.Given.ApiAsync(person));
        var bundle = await Bundling.ProposeAsync(person, $"Stage/{stage.Id}");

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
}
