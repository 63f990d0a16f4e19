using Amazon.ApiGatewayV2;
using Amazon.ApiGatewayV2.Model;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Connections;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Sandbox;
using Portal.Tests.Sync.Drift;

namespace Portal.Tests.Sync;

/// <summary>WebSocket APIs that somebody made by hand are imported, adopted, and then deployed to without a change.</summary>
public sealed class ImportWebSocketApiTests
{
    private const string Lambda = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:chat/invocations";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_imported_is_adopted_without_a_change()
    {
        await using var portal = new ImportingPortal();
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var id = await MakeAsync(account, "Chat by hand");

        await AdoptionLaw.HoldsAsync(admin, account, Protocol.WebSocket, id, "dev", "prod");
    }

    /// <summary>AWS exports no WebSocket API: what was written since the deployment leaves open what the stages serve, and the first deployment shows it.</summary>
    [Fact]
    public async Task What_a_stage_serves_is_not_guessed()
    {
        await using var portal = new ImportingPortal();
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var id = await MakeAsync(account, "Chat that moved on");
        var route = (await account.Aws.V2.GetRoutesAsync(new GetRoutesRequest { ApiId = id }, Cancelled)).Items.Single(route => route.RouteKey is "$default");
        await account.Aws.WritingV2.UpdateRouteAsync(new UpdateRouteRequest { ApiId = id, RouteId = route.RouteId, OperationName = "later" }, Cancelled);

        var report = await ImportAsync(admin, account, id);

        Assert.All(report.Things.Where(thing => thing.What is "Stage"), stage => Assert.Contains("UpdateRoute changed the API after the deployment", Assert.Single(stage.Notes), StringComparison.Ordinal));
        var stages = (await admin.Http.GetAsync<Page<StageView>>($"/api/v1/apis/{report.Things[0].Id}/stages")).Items;
        Assert.All(stages, stage => Assert.Null(stage.Runs));
        Assert.All((await ImportAsync(admin, account, id)).Things, thing => Assert.Equal(ImportResult.Unchanged, thing.Result));
    }

    [Fact]
    public async Task What_changed_since_is_taken_over_anew()
    {
        await using var portal = new ImportingPortal();
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var id = await MakeAsync(account, "Chat that is edited");
        var api = (await ImportAsync(admin, account, id)).Things[0].Id;
        await account.Aws.WritingV2.UpdateApiAsync(new UpdateApiRequest { ApiId = id, RouteSelectionExpression = "$request.body.type" }, Cancelled);

        Assert.Equal(FoundStanding.Changed, await AdoptionLaw.StandingAsync(admin, account, Protocol.WebSocket, id));
        Assert.Equal(ImportResult.Changed, (await ImportAsync(admin, account, id)).Things[0].Result);
        Assert.Equal(2, (await admin.Http.GetAsync<ApiView>($"/api/v1/apis/{api}")).Latest.Number);
    }

    /// <summary>By a client that is not ours.</summary>
    [Fact]
    public async Task What_is_edited_after_the_adoption_is_found_named_and_restored()
    {
        await using var portal = new ImportingPortal();
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var id = await MakeAsync(account, "Chat that drifts");
        var report = await ImportAsync(admin, account, id);
        await ProposeAdoptionTests.AppliedAsync(admin, (await ProposeAdoptionTests.ProposeAsync(admin, account)).RunId!.Value);
        var subject = $"WebSocketApi/{report.Things[0].Id}";
        Assert.Empty(await Meddler.CheckAsync(admin, subject));

        await ForeignClient.RunAsync(portal.Services.GetRequiredService<SandboxHost>().Address!, $$"""
            gw = client('apigatewayv2', 'us-east-1')
            api = next(a['ApiId'] for a in gw.get_apis()['Items'] if a['Name'] == 'Chat that drifts')
            route = {r['RouteKey']: r for r in gw.get_routes(ApiId=api)['Items']}
            gw.update_integration(ApiId=api, IntegrationId=route['send']['Target'].split('/')[1], IntegrationUri='https://evil.example.com')
            gw.update_route(ApiId=api, RouteId=route['$connect']['RouteId'], ApiKeyRequired=False)
            gw.delete_route(ApiId=api, RouteId=route['$default']['RouteId'])
            gw.update_stage(ApiId=api, StageName='prod', StageVariables={'level': '2'})
            """);

        var found = await Meddler.CheckAsync(admin, subject);
        Assert.Equal(
            ["$connect", "$default", "integrations that no route names", "send", "variable level of stage prod"],
            found.Select(finding => finding.PlaceName).Order(StringComparer.Ordinal));
        Assert.All(found, finding => Assert.Equal("Chat that drifts", finding.SubjectName));

        var restored = await admin.Http.PostAsync<RestoredDrift>($"/api/v1/drift/{found.First(finding => finding.PlaceName is "send").Id}/restore", new { all = true });
        var run = await ProposeAdoptionTests.AppliedAsync(admin, restored.RunId);
        Assert.True(run.State is RunState.Done, run.Outcome);
        Assert.Empty(await Meddler.CheckAsync(admin, subject));
    }

    private static Task<ImportReport> ImportAsync(Person admin, ForeignAccount account, string id) => AdoptionLaw.ImportAsync(admin, account, Protocol.WebSocket, id);

    /// <summary>With all that such an API has, and two stages that serve its working definition; a route names an answer that it does not have.</summary>
    internal static async Task<string> MakeAsync(ForeignAccount account, string name, Dictionary<string, string>? tags = null)
    {
        var aws = account.Aws.WritingV2;
        var id = (await aws.CreateApiAsync(new CreateApiRequest { Name = name, ProtocolType = ProtocolType.WEBSOCKET, RouteSelectionExpression = "$request.body.action", Description = "by hand", Version = "3", Tags = tags }, Cancelled)).ApiId;
        await aws.CreateModelAsync(new CreateModelRequest { ApiId = id, Name = "Person", ContentType = "application/json", Description = "Who says it", Schema = """{"$schema":"http://json-schema.org/draft-04/schema#","type":"object","properties":{"name":{"type":"string"}}}""" }, Cancelled);
        await aws.CreateModelAsync(
            new CreateModelRequest { ApiId = id, Name = "Message", ContentType = "application/json", Schema = $$$"""{"type":"object","required":["text","author"],"properties":{"text":{"type":"string"},"author":{"$ref":"https://apigateway.amazonaws.com/restapis/{{{id}}}/models/Person"} } }""" },
            Cancelled);
        var authorizer = (await aws.CreateAuthorizerAsync(
            new CreateAuthorizerRequest { ApiId = id, Name = "guard", AuthorizerType = AuthorizerType.REQUEST, AuthorizerUri = Lambda, IdentitySource = ["route.request.querystring.token"] },
            Cancelled)).AuthorizerId;
        var mock = await IntegrationAsync(new CreateIntegrationRequest { IntegrationType = IntegrationType.MOCK, RequestTemplates = new() { ["200"] = "{\"statusCode\":200}" }, TemplateSelectionExpression = "200" });
        var function = await IntegrationAsync(new CreateIntegrationRequest { IntegrationType = IntegrationType.AWS_PROXY, IntegrationMethod = "POST", IntegrationUri = Lambda });
        var http = await IntegrationAsync(new CreateIntegrationRequest { IntegrationType = IntegrationType.HTTP, IntegrationMethod = "POST", IntegrationUri = "https://backend.example.com/send", RequestTemplates = new() { ["$default"] = "{}" }, TemplateSelectionExpression = "\\$default" });
        await aws.CreateIntegrationResponseAsync(new CreateIntegrationResponseRequest { ApiId = id, IntegrationId = http, IntegrationResponseKey = "$default", ResponseTemplates = new() { ["200"] = "{}" }, ContentHandlingStrategy = ContentHandlingStrategy.CONVERT_TO_TEXT, TemplateSelectionExpression = "200" }, Cancelled);

        await RouteAsync(new CreateRouteRequest
        {
            RouteKey = "$connect",
            Target = $"integrations/{mock}",
            AuthorizationType = AuthorizationType.CUSTOM,
            AuthorizerId = authorizer,
            ApiKeyRequired = true,
            RequestParameters = new() { ["route.request.querystring.room"] = new ParameterConstraints { Required = true } },
        });
        await RouteAsync(new CreateRouteRequest { RouteKey = "$default", Target = $"integrations/{function}", RouteResponseSelectionExpression = "$default" });
        var send = await RouteAsync(new CreateRouteRequest
        {
            RouteKey = "send",
            Target = $"integrations/{http}",
            OperationName = "send",
            RouteResponseSelectionExpression = "$default",
            ModelSelectionExpression = "$request.body.kind",
            RequestModels = new() { ["$default"] = "Message", ["person"] = "Person" },
        });
        await aws.CreateRouteResponseAsync(new CreateRouteResponseRequest { ApiId = id, RouteId = send, RouteResponseKey = "$default", ModelSelectionExpression = "$integration.response.body.kind", ResponseModels = new() { ["$default"] = "Message", ["person"] = "Person" } }, Cancelled);
        var deployment = (await aws.CreateDeploymentAsync(new CreateDeploymentRequest { ApiId = id, Description = "by hand" }, Cancelled)).DeploymentId;
        await aws.CreateStageAsync(new CreateStageRequest { ApiId = id, StageName = "prod", DeploymentId = deployment, StageVariables = new() { ["level"] = "1" } }, Cancelled);
        await aws.CreateStageAsync(new CreateStageRequest { ApiId = id, StageName = "dev", DeploymentId = deployment }, Cancelled);

        return id;

        async Task<string> IntegrationAsync(CreateIntegrationRequest request)
        {
            request.ApiId = id;

            return (await aws.CreateIntegrationAsync(request, Cancelled)).IntegrationId;
        }

        async Task<string> RouteAsync(CreateRouteRequest request)
        {
            request.ApiId = id;

            return (await aws.CreateRouteAsync(request, Cancelled)).RouteId;
        }
    }
}
