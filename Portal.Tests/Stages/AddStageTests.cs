using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Stages;

public sealed class AddStageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_stage_is_added_at_the_end_of_the_pipeline()
    {
        var @operator = await portal.PersonAsync(Role.Publisher | Role.Operator);
        var api = await Given.ApiAsync(@operator);

        await Pipeline.StageAsync(@operator, api, "dev", new() { ["backend"] = "dev.example.com" });
        await Pipeline.StageAsync(@operator, api, "prod");

        var stages = (await @operator.Http.GetAsync<Page<StageView>>($"/api/v1/apis/{api.Id}/stages")).Items;
        Assert.Equal([("dev", 0), ("prod", 1)], stages.Select(stage => (stage.Name, stage.Position)));
        Assert.Equal("dev.example.com", stages[0].Variables["backend"]);
        Assert.Null(stages[0].Runs);
        Assert.Equal(["dev", "prod"], (await @operator.Http.GetAsync<ApiView>($"/api/v1/apis/{api.Id}")).Stages.Select(stage => stage.Name));
        Assert.Contains(api.Id, (await @operator.Http.GetAsync<Page<ApiRow>>($"/api/v1/apis?connectionId={stages[0].ConnectionId}")).Items.Select(row => row.Id));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("DEV")]
    public async Task A_taken_name_is_refused(string name)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var stage = await Pipeline.StageAsync(publisher, api);

        await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/apis/{api.Id}/stages", new { stage.ConnectionId, name }).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:stages:name-taken");
    }

    [Theory]
    [InlineData("")]
    [InlineData("my stage")]
    [InlineData("dev-1")]
    [InlineData("dév")]
    [InlineData("dev\n")]
    public async Task A_name_that_AWS_refuses_is_refused_here(string name)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/apis/{api.Id}/stages", new { connectionId = await Pipeline.SandboxAsync(publisher), name })
            .RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
    }

    [Theory]
    [InlineData("back-end", "x")]
    [InlineData("backend", "")]
    [InlineData("backend", "a b")]
    [InlineData("backend", "a#b")]
    [InlineData("backend", null)]
    public async Task A_variable_that_AWS_refuses_is_refused_here(string name, string? value)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        var problem = await publisher.Http
            .SendAsync(HttpMethod.Post, $"/api/v1/apis/{api.Id}/stages", new { connectionId = await Pipeline.SandboxAsync(publisher), name = "dev", variables = new Dictionary<string, string?> { [name] = value } })
            .RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");

        Assert.Contains(name, problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_connection_is_refused()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/apis/{api.Id}/stages", new { connectionId = Guid.NewGuid(), name = "dev" })
            .RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:stages:no-such-connection");
    }
}
