using Amazon.ApiGatewayV2;
using Amazon.ApiGatewayV2.Model;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Stages;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync;

/// <summary>HTTP APIs that somebody made by hand are imported, adopted, and then deployed to without a change.</summary>
public sealed class ImportHttpApiTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_imported_is_adopted_without_a_change()
    {
        await using var portal = new ImportingPortal();
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var id = await MakeAsync(account, "Light by hand");
        Assert.Equal(FoundStanding.New, (await ImportAccountTests.PreviewAsync(admin, account)).HttpApis.Single(api => api.AwsId == id).Standing);

        var report = await ImportAsync(admin, account, id);

        Assert.Equal(["API New", "Stage New", "Stage New"], report.Things.Select(thing => $"{thing.What} {thing.Result}"));
        Assert.Empty(report.Things.SelectMany(thing => thing.Notes));
        var api = await admin.Http.GetAsync<ApiView>($"/api/v1/apis/{report.Things[0].Id}");
        Assert.Equal((Protocol.Http, 1, 0), (api.Protocol, api.Latest.Number, api.Findings.Errors));
        var stages = (await admin.Http.GetAsync<Page<StageView>>($"/api/v1/apis/{api.Id}/stages")).Items;
        Assert.Equal(["$default", "prod"], stages.Select(stage => stage.Name).Order(StringComparer.Ordinal));
        Assert.All(stages, stage => Assert.Equal(ReleaseCause.Imported, stage.Runs!.Cause));
        Assert.All((await ImportAsync(admin, account, id)).Things, thing => Assert.Equal(ImportResult.Unchanged, thing.Result));

        var last = await account.LastCallAsync();
        var run = await ProposeAdoptionTests.AppliedAsync(admin, (await ProposeAdoptionTests.ProposeAsync(admin, account)).RunId!.Value);
        Assert.True(run.State is RunState.Done, run.Outcome);
        Assert.Equal(["TagResource", "TagResource", "TagResource"], await account.WritesAfterAsync(last));

        foreach (var stage in stages)
        {
            Assert.True((await ProposeAdoptionTests.DeployAsync(admin, stage.Id)).IsEmpty, stage.Name);
        }

        Assert.Equal(FoundStanding.Ours, (await ImportAccountTests.PreviewAsync(admin, account)).HttpApis.Single(found => found.AwsId == id).Standing);
    }

    [Fact]
    public async Task A_stage_that_serves_something_else_has_a_revision_of_its_own()
    {
        await using var portal = new ImportingPortal();
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var id = await MakeAsync(account, "Light that moved on");
        await account.Aws.WritingV2.UpdateApiAsync(new UpdateApiRequest { ApiId = id, CorsConfiguration = new Cors { AllowOrigins = ["https://shop.example.com"] } }, Cancelled);

        var report = await ImportAsync(admin, account, id);

        var api = await admin.Http.GetAsync<ApiView>($"/api/v1/apis/{report.Things[0].Id}");
        var prod = (await admin.Http.GetAsync<Page<StageView>>($"/api/v1/apis/{api.Id}/stages")).Items.Single(stage => stage.Name is "prod");
        Assert.Equal((2, 1), (api.Latest.Number, prod.Runs!.Revision));
    }

    private static Task<ImportReport> ImportAsync(Person admin, ForeignAccount account, string id) =>
        admin.Http.PostAsync<ImportReport>($"/api/v1/connections/{account.Connection}/import", new { teamId = admin.Team, httpApis = new[] { id } }, System.Net.HttpStatusCode.OK);

    /// <summary>Two stages that serve its working definition, one of them by itself.</summary>
    private static async Task<string> MakeAsync(ForeignAccount account, string name)
    {
        var aws = account.Aws.WritingV2;
        var id = (await aws.CreateApiAsync(new CreateApiRequest { Name = name, ProtocolType = ProtocolType.HTTP, Description = "by hand", Version = "3" }, Cancelled)).ApiId;
        var authorizer = (await aws.CreateAuthorizerAsync(
            new CreateAuthorizerRequest
            {
                ApiId = id,
                Name = "staff",
                AuthorizerType = AuthorizerType.JWT,
                IdentitySource = ["$request.header.Authorization"],
                JwtConfiguration = new JWTConfiguration { Issuer = "https://issuer.example.com", Audience = ["shop"] },
            },
            Cancelled)).AuthorizerId;
        var integration = (await aws.CreateIntegrationAsync(
            new CreateIntegrationRequest { ApiId = id, IntegrationType = IntegrationType.HTTP_PROXY, IntegrationMethod = "ANY", IntegrationUri = "https://backend.example.com", PayloadFormatVersion = "1.0", RequestParameters = new() { ["overwrite:header.x"] = "y" } },
            Cancelled)).IntegrationId;
        await aws.CreateRouteAsync(new CreateRouteRequest { ApiId = id, RouteKey = "$default", Target = $"integrations/{integration}" }, Cancelled);
        await aws.CreateRouteAsync(new CreateRouteRequest { ApiId = id, RouteKey = "GET /pets/{petId}", Target = $"integrations/{integration}", AuthorizationType = AuthorizationType.JWT, AuthorizerId = authorizer, AuthorizationScopes = ["pets.read"] }, Cancelled);
        var deployment = (await aws.CreateDeploymentAsync(new CreateDeploymentRequest { ApiId = id, Description = "by hand" }, Cancelled)).DeploymentId;
        await aws.CreateStageAsync(new CreateStageRequest { ApiId = id, StageName = "prod", DeploymentId = deployment, StageVariables = new() { ["level"] = "1" } }, Cancelled);
        await aws.CreateStageAsync(new CreateStageRequest { ApiId = id, StageName = "$default", DeploymentId = deployment }, Cancelled);

        return id;
    }
}
