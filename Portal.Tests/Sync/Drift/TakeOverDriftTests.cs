using System.Net;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Plans;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Plans;
using Portal.Tests.Stages;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Sync.Drift;

/// <summary>"Take theirs": the portal says from then on what somebody made in AWS.</summary>
public sealed class TakeOverDriftTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_an_API_it_is_a_new_revision_that_holds_what_is_there()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var (api, stage) = await DeployedAsync(publisher);
        await EditApiAsync(publisher, stage);
        var subject = $"RestApi/{api.Id}";
        var found = await Meddler.CheckAsync(publisher, subject);
        Assert.Contains(found, finding => finding.PlaceName == "description");

        var taken = await publisher.Http.PostAsync<TakenDrift>($"/api/v1/drift/{found[0].Id}/take-over", new { all = true }, HttpStatusCode.OK);

        Assert.Contains("Revision 2", Assert.Single(taken.Sentences), StringComparison.Ordinal);
        Assert.Empty(await Meddler.CheckAsync(publisher, subject));
        var revision = (await publisher.Http.GetAsync<ApiView>($"/api/v1/apis/{api.Id}")).Latest;
        Assert.Equal((2, RevisionSource.Gateway), (revision.Number, revision.Source));
        Assert.Contains("Somebody was here", revision.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain((await Pipeline.ProposeAsync(publisher, stage)).Steps, step => step.Address.StartsWith("RestApi/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_edit_the_catalog_takes_no_API_over()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var operators = await portal.PersonAsync(Role.Operator, publisher.Team);
        var (api, stage) = await DeployedAsync(publisher);
        await EditApiAsync(publisher, stage);
        var found = await Meddler.CheckAsync(operators, $"RestApi/{api.Id}");

        await operators.Http.SendAsync(HttpMethod.Post, $"/api/v1/drift/{found[0].Id}/take-over", new { all = true }).RefusedAsync(HttpStatusCode.Forbidden, "urn:portal:platform:not-allowed");
    }

    [Fact]
    public async Task Of_a_stage_it_is_its_variables_and_a_release_that_says_so()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var (api, stage) = await DeployedAsync(publisher);
        await EditStageAsync(publisher, stage, new PatchOperation { Op = Op.Replace, Path = "/variables/colour", Value = "theirs" });
        var found = Assert.Single(await Meddler.CheckAsync(publisher, $"RestApi/{api.Id}"));
        Assert.Equal("variable colour of stage dev", found.PlaceName);

        await publisher.Http.PostAsync<TakenDrift>($"/api/v1/drift/{found.Id}/take-over", new { }, HttpStatusCode.OK);

        var taken = await Pipeline.StageAsync(publisher, stage.Id);
        Assert.Equal(("theirs", ReleaseCause.TakenOver), (taken.Variables["colour"], taken.Runs!.Cause));
        Assert.Empty(await Meddler.CheckAsync(publisher, $"RestApi/{api.Id}"));
        Assert.True((await Pipeline.ProposeAsync(publisher, stage)).Steps is []);
    }

    [Fact]
    public async Task A_stage_that_serves_what_nobody_knows_is_not_taken_over()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var (api, stage) = await DeployedAsync(publisher);
        await Meddler.MeddleAsync(portal, await Meddler.PlaceAsync(publisher, stage), async gateway =>
            await gateway.CreateDeploymentAsync(new CreateDeploymentRequest { RestApiId = (await Meddler.PlaceAsync(publisher, stage)).RestApiId, StageName = "dev" }, Cancelled));
        var found = Assert.Single(await Meddler.CheckAsync(publisher, $"RestApi/{api.Id}"));

        await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/drift/{found.Id}/take-over", new { }).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:stages:foreign-deployment");
    }

    [Fact]
    public async Task Of_a_usage_plan_it_is_its_terms()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var (_, stage) = await DeployedAsync(publisher);
        var plan = await Selling.PlanAsync(publisher, stage);
        await Selling.ApplyAsync(publisher, plan);
        await EditPlanAsync(publisher, stage, plan);
        var found = await Meddler.CheckAsync(publisher, $"UsagePlan/{plan.Id}");
        Assert.Equal(["quota", "throttle"], found.Select(finding => finding.PlaceName).Order());

        await publisher.Http.PostAsync<TakenDrift>($"/api/v1/drift/{found[0].Id}/take-over", new { all = true }, HttpStatusCode.OK);

        var taken = await Selling.ReadAsync(publisher, plan);
        Assert.Equal((7.0, null, UsagePlanState.InStep), (taken.Throttle!.RateLimit, taken.Quota, taken.State));
        Assert.Empty(await Meddler.CheckAsync(publisher, $"UsagePlan/{plan.Id}"));
    }

    private static async Task<(ApiView Api, StageView Stage)> DeployedAsync(Person person)
    {
        var api = await Given.ApiAsync(person);
        var stage = await Pipeline.StageAsync(person, api, variables: new() { ["colour"] = "ours" });
        await Pipeline.DeployAsync(person, stage);

        return (api, stage);
    }

    private async Task EditApiAsync(Person person, StageView stage)
    {
        var place = await Meddler.PlaceAsync(person, stage);
        await Meddler.MeddleAsync(portal, place, gateway => gateway.UpdateRestApiAsync(
            new UpdateRestApiRequest { RestApiId = place.RestApiId, PatchOperations = [new PatchOperation { Op = Op.Replace, Path = "/description", Value = "Somebody was here" }] }, Cancelled));
    }

    private async Task EditStageAsync(Person person, StageView stage, PatchOperation operation)
    {
        var place = await Meddler.PlaceAsync(person, stage);
        await Meddler.MeddleAsync(portal, place, gateway => gateway.UpdateStageAsync(new UpdateStageRequest { RestApiId = place.RestApiId, StageName = "dev", PatchOperations = [operation] }, Cancelled));
    }

    private async Task EditPlanAsync(Person person, StageView stage, UsagePlanView plan)
    {
        await Meddler.MeddleAsync(portal, await Meddler.PlaceAsync(person, stage), async gateway =>
        {
            var all = await gateway.GetUsagePlansAsync(new GetUsagePlansRequest { Limit = 500 }, Cancelled);
            await gateway.UpdateUsagePlanAsync(
                new UpdateUsagePlanRequest
                {
                    UsagePlanId = all.Items.Single(item => item.Name == plan.Name).Id,
                    PatchOperations = [new PatchOperation { Op = Op.Replace, Path = "/throttle/rateLimit", Value = "7" }, new PatchOperation { Op = Op.Remove, Path = "/quota" }],
                },
                Cancelled);
        });
    }
}
