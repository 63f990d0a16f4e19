using System.Net;
using Portal.Shared;
using Portal.Shared.Stages;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Stages;

public sealed class ChangeStageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task The_second_to_save_is_told()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher));
        var first = await publisher.Http.PutAsync<StageView>($"/api/v1/stages/{stage.Id}", new { variables = new { backend = "first" }, version = stage.Version });

        await publisher.Http.SendAsync(HttpMethod.Put, $"/api/v1/stages/{stage.Id}", new { variables = new { backend = "second" }, version = stage.Version })
            .RefusedAsync(HttpStatusCode.PreconditionFailed, "urn:portal:platform:changed-meanwhile");

        Assert.Equal("first", first.Variables["backend"]);
        Assert.Equal(first.Version, (await Pipeline.StageAsync(publisher, stage.Id)).Version);
    }

    [Fact]
    public async Task Variables_take_effect_with_the_next_deployment()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher));
        await Pipeline.DeployAsync(publisher, stage);
        var before = await Pipeline.StageAsync(publisher, stage.Id);

        var changed = await publisher.Http.PutAsync<StageView>($"/api/v1/stages/{stage.Id}", new { variables = new { backend = "new" }, version = before.Version });
        var run = await Pipeline.DeployAsync(publisher, changed);
        var after = await Pipeline.StageAsync(publisher, stage.Id);

        Assert.Equal((false, true, false), (before.VariablesAreAhead, changed.VariablesAreAhead, after.VariablesAreAhead));
        Assert.Single(run.Steps);
    }
}
