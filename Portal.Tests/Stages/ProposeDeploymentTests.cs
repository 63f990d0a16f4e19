using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Stages;

public sealed class ProposeDeploymentTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string Guarded = Given.Pets.Replace("paths:", """
        security:
          - login: []
        components:
          securitySchemes:
            login:
              type: oauth2
              flows: {implicit: {authorizationUrl: 'https://example.com', scopes: {}}}
        paths:
        """, StringComparison.Ordinal);

    private static Task<RevisedApi> EditAsync(Person person, ApiView api, params object[] edits) =>
        person.Http.PostAsync<RevisedApi>($"/api/v1/apis/{api.Id}/edits", new { baseRevision = api.Latest.Number, edits }, HttpStatusCode.OK);

    [Fact]
    public async Task What_was_proposed_is_approved_and_then_answers()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher));
        var proposed = await Pipeline.ProposeAsync(publisher, stage);
        Assert.Equal(RunState.Proposed, proposed.State);
        Assert.Null((await Pipeline.StageAsync(publisher, stage.Id)).Runs);

        var run = await Pipeline.ApproveAsync(publisher, proposed);

        Assert.True(run.State is RunState.Done, run.Outcome);
        var answer = await Pipeline.CallAsync(publisher, stage, "GET", "/pets/7");
        Assert.Equal((200, """{"ok":true}"""), (answer.Status, answer.Body));
        var runs = (await Pipeline.StageAsync(publisher, stage.Id)).Runs!;
        Assert.Equal((1, run.Id), (runs.Revision, runs.RunId));
        Assert.StartsWith("Publisher", runs.By, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_again_is_nothing_to_do()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher));
        await Pipeline.DeployAsync(publisher, stage);

        var again = await Pipeline.ProposeAsync(publisher, stage);

        Assert.Equal((RunState.Done, 0), (again.State, again.Steps.Count));
        Assert.Equal(1, (await publisher.Http.GetAsync<Page<ReleaseView>>($"/api/v1/stages/{stage.Id}/releases")).Total);
    }

    [Fact]
    public async Task Two_stages_serve_two_revisions()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var dev = await Pipeline.StageAsync(publisher, api, "dev");
        var prod = await Pipeline.StageAsync(publisher, api, "prod");
        await Pipeline.DeployAsync(publisher, dev);
        await Pipeline.DeployAsync(publisher, prod);

        await EditAsync(publisher, api, new { edit = "addRoute", method = "GET", path = "/owners" });
        await Pipeline.DeployAsync(publisher, dev);

        Assert.Equal(200, (await Pipeline.CallAsync(publisher, dev, "GET", "/owners")).Status);
        Assert.Equal(403, (await Pipeline.CallAsync(publisher, prod, "GET", "/owners")).Status);
        Assert.Equal([("dev", 2), ("prod", 1)], (await publisher.Http.GetAsync<ApiView>($"/api/v1/apis/{api.Id}")).Stages.Select(stage => (stage.Name, stage.Runs!.Value)));
    }

    [Fact]
    public async Task An_undone_deployment_runs_no_more()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var stage = await Pipeline.StageAsync(publisher, api);
        await Pipeline.DeployAsync(publisher, stage);
        await EditAsync(publisher, api, new { edit = "addRoute", method = "GET", path = "/owners" });
        var second = await Pipeline.DeployAsync(publisher, stage);

        var undo = await publisher.Http.PostAsync<RunView>($"/api/v1/runs/{second.Id}/undo", new { });
        var undone = await Pipeline.ApproveAsync(publisher, undo);

        Assert.True(undone.State is RunState.Done, undone.Outcome);
        var runs = (await Pipeline.StageAsync(publisher, stage.Id)).Runs!;
        Assert.Equal((1, undone.Id), (runs.Revision, runs.RunId));
        Assert.Equal(403, (await Pipeline.CallAsync(publisher, stage, "GET", "/owners")).Status);
    }

    [Fact]
    public async Task Errors_are_refused_with_their_remedies()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher, text: Guarded);
        var stage = await Pipeline.StageAsync(publisher, api);

        var problem = await Pipeline.TryProposeAsync(publisher, stage).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:stages:not-deployable");

        Assert.Contains("login", problem.Detail, StringComparison.Ordinal);
        Assert.Contains("security-unknown", problem.Errors!.Keys);
    }

    [Theory]
    [InlineData("Open", 200)]
    [InlineData("ApiKey", 403)]
    public async Task Security_that_is_settled_can_be_deployed(string atGateway, int status)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher, text: Guarded);
        var stage = await Pipeline.StageAsync(publisher, api);

        await EditAsync(publisher, api, new { edit = "settleSecurity", scheme = "login", atGateway });
        await Pipeline.DeployAsync(publisher, stage);

        Assert.Equal(status, (await Pipeline.CallAsync(publisher, stage, "GET", "/pets")).Status);
    }

    [Fact]
    public async Task Missing_variables_are_named()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        await EditAsync(publisher, api, new { edit = "setDefaultIntegration", integration = new { type = "httpProxy", baseUrl = "https://${stageVariables.backend}/v1" } });
        var stage = await Pipeline.StageAsync(publisher, api);

        var problem = await Pipeline.TryProposeAsync(publisher, stage).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:stages:missing-variables");

        Assert.Equal(["backend"], problem.Errors!.Keys);
    }

    [Fact]
    public async Task What_is_left_out_stands_in_the_notes()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        await EditAsync(publisher, api, new { edit = "leaveOut", operations = new[] { "POST /pets", "GET /pets" } });

        var run = await Pipeline.ProposeAsync(publisher, await Pipeline.StageAsync(publisher, api));

        Assert.Contains(run.Notes, note => note.Contains("GET /pets", StringComparison.Ordinal) && note.Contains("POST /pets", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Functions_without_a_role_come_with_the_command_that_admits_the_gateway()
    {
        const string arn = "arn:aws:lambda:us-east-1:123456789012:function:pets";
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        await EditAsync(publisher, api, new { edit = "setDefaultIntegration", integration = new { type = "lambda", functionArn = arn } });
        var stage = await Pipeline.StageAsync(publisher, api);

        var run = await Pipeline.ProposeAsync(publisher, stage);
        await Pipeline.ApproveAsync(publisher, run);
        var address = await publisher.Http.GetAsync<StageAddressView>($"/api/v1/stages/{stage.Id}/address");

        Assert.Contains(run.Notes, note => note.Contains($"aws lambda add-permission --region us-east-1 --function-name {arn} ", StringComparison.Ordinal));
        Assert.Contains($":123456789012:{address.RestApiId}/dev/*\"", Assert.Single(address.Commands), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_that_is_not_there_is_not_found()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher));

        await Pipeline.TryProposeAsync(publisher, stage, 7).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:stages:no-such-revision");
    }
}
