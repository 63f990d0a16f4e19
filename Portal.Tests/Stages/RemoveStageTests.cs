using System.Net;
using Portal.Shared;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Stages;

public sealed class RemoveStageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stage_that_never_ran_anything_can_be_removed()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher));

        using var removed = await publisher.Http.DeleteAsync($"/api/v1/stages/{stage.Id}?version={stage.Version}", Cancelled);

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
    }

    [Fact]
    public async Task Where_something_was_deployed_the_API_and_its_stage_stay()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var stage = await Pipeline.StageAsync(publisher, api);
        await Pipeline.DeployAsync(publisher, stage);

        await publisher.Http.DeleteAsync($"/api/v1/stages/{stage.Id}?version={stage.Version}", Cancelled).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:stages:has-run");
        await publisher.Http.DeleteAsync($"/api/v1/apis/{api.Id}?version={api.Version}", Cancelled).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:catalog:still-runs");
        await publisher.Http.SendAsync(HttpMethod.Put, $"/api/v1/apis/{api.Id}", new { api.Name, api.Description, status = "Retired", teamId = api.Team.Id, api.Version })
            .RefusedAsync(HttpStatusCode.Conflict, "urn:portal:catalog:still-runs");
    }
}
