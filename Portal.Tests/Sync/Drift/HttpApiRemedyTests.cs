using Amazon.ApiGatewayV2;
using Amazon.ApiGatewayV2.Model;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Aws;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Aws;
using Portal.Tests.Sandbox;
using Portal.Tests.Stages;

namespace Portal.Tests.Sync.Drift;

/// <summary>What a person does about an edit of an HTTP API that was made behind the portal's back.</summary>
public sealed class HttpApiRemedyTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_restored()
    {
        await using var backend = await Backend.StartAsync();
        var publisher = await portal.PersonAsync(Role.Publisher);
        var dev = await Pipeline.StageAsync(publisher, await HttpApiStagesTests.ApiAsync(publisher, backend));
        await Pipeline.DeployAsync(publisher, dev);
        Assert.Empty(await CheckAsync(publisher, dev));
        await OpenRouteAsync(publisher, dev);

        var finding = Assert.Single(await CheckAsync(publisher, dev));
        Assert.Equal(("GET /pets/{petId}", FindingState.Open), (finding.PlaceName, finding.State));
        var restored = await publisher.Http.PostAsync<RestoredDrift>($"/api/v1/drift/{finding.Id}/restore", new { all = true });
        var run = await Pipeline.ApproveAsync(publisher, await publisher.Http.GetAsync<RunView>($"/api/v1/runs/{restored.RunId}"));

        Assert.True(run.State is RunState.Done, run.Outcome);
        Assert.Empty(await CheckAsync(publisher, dev));
        Assert.Empty((await Pipeline.ProposeAsync(publisher, dev)).Steps);
    }

    [Fact]
    public async Task It_is_taken_over()
    {
        await using var backend = await Backend.StartAsync();
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await HttpApiStagesTests.ApiAsync(publisher, backend);
        var dev = await Pipeline.StageAsync(publisher, api);
        await Pipeline.DeployAsync(publisher, dev);
        Assert.Empty(await CheckAsync(publisher, dev));
        await OpenRouteAsync(publisher, dev);

        var finding = Assert.Single(await CheckAsync(publisher, dev));
        await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/drift/{finding.Id}/take-over", new { all = true });

        var taken = await publisher.Http.GetAsync<ApiView>($"/api/v1/apis/{api.Id}");
        Assert.Equal((2, RevisionSource.Gateway, 0), (taken.Latest.Number, taken.Latest.Source, taken.Findings.Errors));
        Assert.Empty(await CheckAsync(publisher, dev));
    }

    private static Task<IReadOnlyList<FindingView>> CheckAsync(Person publisher, StageView stage) => Meddler.CheckAsync(publisher, $"HttpApi/{stage.ApiId}");

    /// <summary>Demands AWS's signature of a route, which nobody asked for.</summary>
    private async Task OpenRouteAsync(Person publisher, StageView stage)
    {
        var place = await Meddler.PlaceAsync(publisher, stage);
        await using var http = AwsBench.Http();
        var aws = AwsClients.Of(new AwsEndpoint(place.Arn.Split(':')[3], portal.Services.GetRequiredService<SandboxHost>().Address!), roleArn: null, new AwsSettings(), http.GetRequiredService<SharedHttp>(), NoPace.Instance).WritingV2;
        var route = Assert.Single((await aws.GetRoutesAsync(new GetRoutesRequest { ApiId = place.RestApiId }, Cancelled)).Items);
        await aws.UpdateRouteAsync(new UpdateRouteRequest { ApiId = place.RestApiId, RouteId = route.RouteId, AuthorizationType = AuthorizationType.AWS_IAM }, Cancelled);
    }
}
