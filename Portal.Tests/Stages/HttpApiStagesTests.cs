using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Sandbox;

namespace Portal.Tests.Stages;

/// <summary>The life of an HTTP API, from its document to a roll back, with a backend behind the sandbox's data plane.</summary>
public sealed class HttpApiStagesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task It_is_deployed_called_promoted_rolled_back()
    {
        await using var backend = await Backend.StartAsync();
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await ApiAsync(publisher, backend);
        var dev = await Pipeline.StageAsync(publisher, api);
        var root = await Pipeline.StageAsync(publisher, api, "$default");

        var run = await Pipeline.ProposeAsync(publisher, dev);
        Assert.Equal([StepAction.Create, StepAction.Create, StepAction.Create], run.Steps.Select(step => step.Action));
        Assert.StartsWith($"Creates the HTTP API {api.AwsName} with 1 route.", run.Steps[0].Headline, StringComparison.Ordinal);
        await Pipeline.ApproveAsync(publisher, run);
        Assert.Equal(200, (await Pipeline.CallAsync(publisher, dev, "GET", "/pets/7")).Status);
        Assert.Equal(404, (await Pipeline.CallAsync(publisher, dev, "GET", "/owners")).Status);

        api = await Pipeline.AddRouteAsync(publisher, api, "/owners");
        run = await Pipeline.DeployAsync(publisher, dev);
        Assert.Contains(run.Steps[0].Details, sentence => sentence.StartsWith("Adds GET /owners, an HTTP proxy to GET", StringComparison.Ordinal));
        Assert.Equal(200, (await Pipeline.CallAsync(publisher, dev, "GET", "/owners")).Status);

        run = await Pipeline.PromoteAsync(publisher, dev);
        Assert.Equal(StepAction.Create, Assert.Single(run.Steps).Action);
        Assert.Equal(200, (await Pipeline.CallAsync(publisher, root, "GET", "/owners")).Status);
        Assert.Equal((await Pipeline.StageAsync(publisher, dev.Id)).Runs!.Deployment, (await Pipeline.StageAsync(publisher, root.Id)).Runs!.Deployment);

        run = await Pipeline.RollBackAsync(publisher, dev);
        Assert.Single(run.Steps);
        Assert.Equal(404, (await Pipeline.CallAsync(publisher, dev, "GET", "/owners")).Status);
        Assert.Equal(200, (await Pipeline.CallAsync(publisher, root, "GET", "/owners")).Status);
    }

    [Fact]
    public async Task Proposing_again_changes_nothing()
    {
        await using var backend = await Backend.StartAsync();
        var publisher = await portal.PersonAsync(Role.Publisher);
        var dev = await Pipeline.StageAsync(publisher, await ApiAsync(publisher, backend), variables: new() { ["level"] = "1" });
        await Pipeline.DeployAsync(publisher, dev);

        Assert.Empty((await Pipeline.ProposeAsync(publisher, dev)).Steps);
    }

    [Fact]
    public async Task A_run_is_taken_back()
    {
        await using var backend = await Backend.StartAsync();
        var publisher = await portal.PersonAsync(Role.Publisher);
        var dev = await Pipeline.StageAsync(publisher, await ApiAsync(publisher, backend));
        var run = await Pipeline.DeployAsync(publisher, dev);

        var undo = await publisher.Http.PostAsync<RunView>($"/api/v1/runs/{run.Id}/undo", new { }, HttpStatusCode.Created);
        Assert.Contains(undo.Brakes, reason => reason.StartsWith("It deletes the API", StringComparison.Ordinal));
        var ended = await Pipeline.ApproveAsync(publisher, undo);

        Assert.True(ended.State is RunState.Done, ended.Outcome);
        Assert.Null((await Pipeline.StageAsync(publisher, dev.Id)).Runs);
    }

    [Fact]
    public async Task A_stage_is_removed()
    {
        await using var backend = await Backend.StartAsync();
        var publisher = await portal.PersonAsync(Role.Publisher);
        var dev = await Pipeline.StageAsync(publisher, await ApiAsync(publisher, backend));
        await Pipeline.DeployAsync(publisher, dev);

        var proposed = await publisher.Http.PostAsync<ProposedDeployment>($"/api/v1/stages/{dev.Id}/removal", new { });
        var ended = await Pipeline.ApproveAsync(publisher, await publisher.Http.GetAsync<RunView>($"/api/v1/runs/{proposed.RunId}"));

        Assert.True(ended.State is RunState.Done, ended.Outcome);
        Assert.Empty((await publisher.Http.GetAsync<Page<StageView>>($"/api/v1/apis/{dev.ApiId}/stages")).Items);
    }

    [Fact]
    public async Task Only_an_HTTP_API_has_a_stage_without_a_name()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Catalog.Given.ApiAsync(publisher);

        await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/apis/{api.Id}/stages", new { connectionId = await Pipeline.SandboxAsync(publisher), name = "$default" })
            .RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:stages:no-default-stage");
    }

    internal static async Task<ApiView> ApiAsync(Person publisher, Backend backend) => (await publisher.Http.PostAsync<RevisedApi>("/api/v1/apis/import", new
    {
        teamId = publisher.Team,
        name = $"Light {Guid.NewGuid():N}",
        protocol = "Http",
        document = new
        {
            text = $$"""
                openapi: 3.0.1
                info: { title: Light, version: "1" }
                x-portal-default-integration: { type: http_proxy, baseUrl: "{{backend.Url}}" }
                paths:
                  /pets/{petId}:
                    get:
                      operationId: getPet
                      responses: { '200': { description: A pet } }
                """,
        },
    })).Api;
}
