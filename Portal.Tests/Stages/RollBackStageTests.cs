using System.Net;
using Amazon.APIGateway.Model;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Aws;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Shared;
using Portal.Shared.Stages;
using Portal.Tests.Aws;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Stages;

public sealed class RollBackStageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task What_ran_before_comes_back_with_its_variables()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await TwiceDeployedAsync(publisher);

        var run = await Pipeline.RollBackAsync(publisher, stage);

        var runs = (await Pipeline.StageAsync(publisher, stage.Id)).Runs!;
        Assert.Equal((1, ReleaseCause.RolledBack, run.Id), (runs.Revision, runs.Cause, runs.RunId));
        Assert.Contains(Assert.Single(run.Steps).Details, sentence => sentence.Contains("first", StringComparison.Ordinal));
        Assert.Equal(403, (await Pipeline.CallAsync(publisher, stage, "GET", "/owners")).Status);
        Assert.True((await Pipeline.StageAsync(publisher, stage.Id)).VariablesAreAhead);
    }

    [Fact]
    public async Task Twice_back_is_not_forth_again()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var stage = await Pipeline.StageAsync(publisher, api);
        await Pipeline.DeployAsync(publisher, stage);
        api = await Pipeline.AddRouteAsync(publisher, api, "/two");
        await Pipeline.DeployAsync(publisher, stage);
        await Pipeline.AddRouteAsync(publisher, api, "/three");
        await Pipeline.DeployAsync(publisher, stage);

        await Pipeline.RollBackAsync(publisher, stage);
        Assert.Equal((2, 1), Numbers(await Pipeline.StageAsync(publisher, stage.Id)));
        await Pipeline.RollBackAsync(publisher, stage);
        Assert.Equal((1, 0), Numbers(await Pipeline.StageAsync(publisher, stage.Id)));
        await Pipeline.TryRollBackAsync(publisher, stage).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:stages:nothing-before");
    }

    [Fact]
    public async Task Any_of_its_releases_comes_back()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await TwiceDeployedAsync(publisher);
        await Pipeline.RollBackAsync(publisher, stage);
        var releases = (await publisher.Http.GetAsync<Page<ReleaseView>>($"/api/v1/stages/{stage.Id}/releases")).Items;

        await Pipeline.RollBackAsync(publisher, stage, releases.Single(release => release.Revision is 2).Id);

        Assert.Equal(2, (await Pipeline.StageAsync(publisher, stage.Id)).Runs!.Revision);
    }

    [Fact]
    public async Task Another_stages_release_is_none_of_its()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await TwiceDeployedAsync(publisher);
        var other = await TwiceDeployedAsync(publisher);

        await Pipeline.TryRollBackAsync(publisher, stage, other.Runs!.Id).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:stages:nothing-before");
        await Pipeline.TryRollBackAsync(publisher, stage, stage.Runs!.Id).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:stages:runs-already");
    }

    [Fact]
    public async Task Who_looked_at_another_release_is_told()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await TwiceDeployedAsync(publisher);

        await Pipeline.TryRollBackAsync(publisher, stage, running: stage.Before!.Id).RefusedAsync(HttpStatusCode.PreconditionFailed, "urn:portal:stages:runs-another");
    }

    [Fact]
    public async Task Where_AWS_has_lost_the_deployment_the_way_on_is_said_and_leads_back()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await TwiceDeployedAsync(publisher);
        await DeleteInAwsAsync(await publisher.Http.GetAsync<StageAddressView>($"/api/v1/stages/{stage.Id}/address"), stage.Before!.Deployment);

        var problem = await Pipeline.TryRollBackAsync(publisher, stage).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:stages:deployment-gone");
        Assert.Contains("Deploy revision 1 to dev", problem.Detail, StringComparison.Ordinal);
        await Pipeline.DeployAsync(publisher, stage, revision: 1);

        Assert.Equal(stage.Before.Deployment, (await Pipeline.StageAsync(publisher, stage.Id)).Runs!.Deployment);
        Assert.Equal(403, (await Pipeline.CallAsync(publisher, stage, "GET", "/owners")).Status);
    }

    [Fact]
    public async Task Where_nothing_ran_before_there_is_nothing_to_go_back_to()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher));

        await Pipeline.TryRollBackAsync(publisher, stage).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:stages:nothing-before");
    }

    [Fact]
    public async Task What_comes_back_is_shown_before()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await TwiceDeployedAsync(publisher);

        var review = await publisher.Http.GetAsync<ReleaseChange>($"/api/v1/stages/{stage.Id}/rollback");

        Assert.Equal(1, review.Release.Revision);
        Assert.Equal((RouteChangeKind.Removed, "GET /owners"), (Assert.Single(review.Routes).Kind, review.Routes[0].Route));
        Assert.Equal(new VariableChange("colour", "second", "first"), Assert.Single(review.Variables));
    }

    /// <summary>As somebody would in the console.</summary>
    private async Task DeleteInAwsAsync(StageAddressView stage, string description)
    {
        var sandbox = (SandboxHost)portal.Services.GetService(typeof(SandboxHost))!;
        await using var http = AwsBench.Http();
        // arn:aws:apigateway:us-east-1::/restapis/abc123/stages/dev
        var endpoint = new AwsEndpoint(stage.Arn.Split(':')[3], sandbox.Address!);
        var gateway = AwsClients.Of(endpoint, roleArn: null, new AwsSettings(), http.GetRequiredService<SharedHttp>(), NoPace.Instance).Writing;
        var deployments = await gateway.GetDeploymentsAsync(new GetDeploymentsRequest { RestApiId = stage.RestApiId }, TestContext.Current.CancellationToken);
        var deployment = deployments.Items.Single(item => item.Description == description);
        await gateway.DeleteDeploymentAsync(new DeleteDeploymentRequest { RestApiId = stage.RestApiId, DeploymentId = deployment.Id }, TestContext.Current.CancellationToken);
    }

    private static (int Runs, int Before) Numbers(StageView stage) => (stage.Runs!.Revision, stage.Before?.Revision ?? 0);

    /// <summary>Revision 1 with one colour, then revision 2 with another.</summary>
    private static async Task<StageView> TwiceDeployedAsync(Person person)
    {
        var api = await Given.ApiAsync(person);
        var stage = await Pipeline.StageAsync(person, api, variables: new() { ["colour"] = "first" });
        await Pipeline.DeployAsync(person, stage);
        await Pipeline.AddRouteAsync(person, api, "/owners");
        stage = await Pipeline.StageAsync(person, stage.Id);
        await person.Http.PutAsync<StageView>($"/api/v1/stages/{stage.Id}", new { variables = new { colour = "second" }, stage.Version });
        await Pipeline.DeployAsync(person, stage);

        return await Pipeline.StageAsync(person, stage.Id);
    }
}
