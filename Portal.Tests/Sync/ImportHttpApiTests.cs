using Amazon.ApiGatewayV2;
using Amazon.ApiGatewayV2.Model;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Stages;

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

        await AdoptionLaw.HoldsAsync(admin, account, Protocol.Http, id, "$default", "prod");
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

    private static Task<ImportReport> ImportAsync(Person admin, ForeignAccount account, string id) => AdoptionLaw.ImportAsync(admin, account, Protocol.Http, id);

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
