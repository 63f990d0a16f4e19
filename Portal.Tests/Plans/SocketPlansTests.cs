using System.Net;
using Amazon.ApiGatewayV2;
using Amazon.ApiGatewayV2.Model;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Plans;
using Portal.Tests.Stages;
using Portal.Tests.Sync;
using CreateUsagePlanRequest = Amazon.APIGateway.Model.CreateUsagePlanRequest;
using PlanThrottle = Amazon.APIGateway.Model.ThrottleSettings;
using StageOfPlan = Amazon.APIGateway.Model.ApiStage;

namespace Portal.Tests.Plans;

/// <summary>Usage plans with stages of APIs that are no REST APIs.</summary>
public sealed class SocketPlansTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stages_of_both_kinds_go_in_come_out_and_are_named()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var socket = await Selling.DeployedStageAsync(publisher, await Selling.SocketApiAsync(publisher));
        var rest = await Selling.DeployedStageAsync(publisher);
        var plan = await Selling.PlanAsync(publisher, socket, rest);
        Assert.Equal([Protocol.Rest, Protocol.WebSocket], plan.Stages.Select(stage => stage.Protocol).Order());

        var run = await Selling.ApplyAsync(publisher, plan);
        var name = plan.Stages.Single(stage => stage.Protocol is Protocol.WebSocket).Api;
        Assert.Contains($"Adds the stage dev of {name}: every key of this plan may call it.", Assert.Single(run.Steps).Details);
        Assert.Empty((await Selling.ProposeAsync(publisher, plan)).Steps);

        plan = await Selling.ChangeAsync(publisher, await Selling.ReadAsync(publisher, plan), Selling.Again(plan) with { Stages = [new PlanStage { StageId = rest.Id }] });
        var taken = await Selling.ApplyAsync(publisher, plan);
        Assert.Contains($"Takes the stage dev of {name} out: the keys of this plan cannot call it any more by this plan.", Assert.Single(taken.Steps).Details);
        await Selling.UndoAsync(publisher, taken);
        Assert.Equal(UsagePlanState.Changed, (await Selling.ReadAsync(publisher, plan)).State);
    }

    [Fact]
    public async Task Of_connections_that_need_no_key_it_is_said_that_the_plan_limits_nobody()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var open = await Selling.DeployedStageAsync(publisher, await Selling.SocketApiAsync(publisher, keyed: false));
        var keyed = await Selling.DeployedStageAsync(publisher, await Selling.SocketApiAsync(publisher));

        var note = Assert.Single((await Selling.ProposeAsync(publisher, await Selling.PlanAsync(publisher, open))).Notes);
        Assert.EndsWith("nobody is asked for an API key who opens a connection: everybody may, and this plan limits nobody there.", note, StringComparison.Ordinal);
        Assert.Empty((await Selling.ProposeAsync(publisher, await Selling.PlanAsync(publisher, keyed))).Notes);
    }

    [Fact]
    public async Task Its_routes_have_no_limits_of_their_own()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(publisher, await Selling.SocketApiAsync(publisher));
        var plan = Selling.Terms(publisher, stage.ConnectionId) with { Stages = [new PlanStage { StageId = stage.Id, Methods = [new MethodLimit { Route = "ANY /ask", RateLimit = 1, BurstLimit = 1 }] }] };

        await Selling.TryMakeAsync(publisher, plan).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:plans:no-methods-there");
    }

    [Fact]
    public async Task A_stage_of_an_HTTP_API_is_refused()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = (await publisher.Http.PostAsync<RevisedApi>("/api/v1/apis/import", new { teamId = publisher.Team, name = $"Http {Guid.NewGuid():N}", protocol = "Http", document = new { text = Selling.KeyedPets } })).Api;
        var stage = await Pipeline.StageAsync(publisher, api);

        await Selling.TryMakeAsync(publisher, Selling.Terms(publisher, stage.ConnectionId, stage)).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:plans:no-keys-there");
        var found = await publisher.Http.GetAsync<Page<ApiRow>>("/api/v1/apis?takesKeys=true&take=200");
        Assert.DoesNotContain(found.Items, row => row.Id == api.Id);
    }

    [Fact]
    public async Task One_that_was_made_by_hand_is_imported_with_the_API_and_adopted()
    {
        await using var importing = new ImportingPortal();
        var admin = await importing.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(importing);
        var (api, plan) = await MakeAsync(account);

        var report = await ImportAsync(admin, account, api, plan);
        Assert.Equal(["API New", "Stage New", "Usage plan New"], report.Things.Select(thing => $"{thing.What} {thing.Result}"));
        Assert.All((await ImportAsync(admin, account, api, plan)).Things, thing => Assert.Equal(ImportResult.Unchanged, thing.Result));

        var run = await ProposeAdoptionTests.AppliedAsync(admin, (await ProposeAdoptionTests.ProposeAsync(admin, account)).RunId!.Value);
        Assert.True(run.State is Shared.Sync.RunState.Done, run.Outcome);
        var taken = await admin.Http.GetAsync<UsagePlanView>($"/api/v1/plans/{report.Things[2].Id}");
        Assert.Equal((UsagePlanState.InStep, Protocol.WebSocket, "prod"), (taken.State, Assert.Single(taken.Stages).Protocol, taken.Stages[0].Stage));
        Assert.Empty((await Selling.ProposeAsync(admin, taken)).Steps);
    }

    private static Task<ImportReport> ImportAsync(Person admin, ForeignAccount account, string api, string plan) =>
        admin.Http.PostAsync<ImportReport>($"/api/v1/connections/{account.Connection}/import", new { teamId = admin.Team, webSocketApis = new[] { api }, usagePlans = new[] { plan } }, HttpStatusCode.OK);

    private static async Task<(string Api, string Plan)> MakeAsync(ForeignAccount account)
    {
        var aws = account.Aws.WritingV2;
        var id = (await aws.CreateApiAsync(new CreateApiRequest { Name = "Keyed chat by hand", ProtocolType = ProtocolType.WEBSOCKET, RouteSelectionExpression = "$request.body.action" }, Cancelled)).ApiId;
        var mock = (await aws.CreateIntegrationAsync(new CreateIntegrationRequest { ApiId = id, IntegrationType = IntegrationType.MOCK, RequestTemplates = new() { ["200"] = "{\"statusCode\":200}" }, TemplateSelectionExpression = "200" }, Cancelled)).IntegrationId;
        await aws.CreateRouteAsync(new CreateRouteRequest { ApiId = id, RouteKey = "$connect", Target = $"integrations/{mock}", ApiKeyRequired = true }, Cancelled);
        var deployment = (await aws.CreateDeploymentAsync(new CreateDeploymentRequest { ApiId = id }, Cancelled)).DeploymentId;
        await aws.CreateStageAsync(new CreateStageRequest { ApiId = id, StageName = "prod", DeploymentId = deployment }, Cancelled);
        var plan = await account.Aws.Writing.CreateUsagePlanAsync(
            new CreateUsagePlanRequest { Name = "by hand", Throttle = new PlanThrottle { RateLimit = 10, BurstLimit = 20 }, ApiStages = [new StageOfPlan { ApiId = id, Stage = "prod" }] },
            Cancelled);

        return (id, plan.Id);
    }
}
