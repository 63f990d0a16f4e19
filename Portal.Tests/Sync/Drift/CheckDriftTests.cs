using System.Net;
using Portal.Shared;
using Portal.Shared.Sync;
using Portal.Tests.Stages;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Sync.Drift;

public sealed class CheckDriftTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task What_the_portal_deployed_is_looked_at_and_has_not_drifted()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        await Pipeline.DeployAsync(publisher, await Pipeline.StageAsync(publisher, api));

        Assert.Empty(await Meddler.CheckAsync(publisher, $"RestApi/{api.Id}"));

        var status = await publisher.Http.GetAsync<DriftStatus>("/api/v1/drift/status");
        Assert.Equal((1, 0, 0, 0), (status.Subjects, status.Waiting, status.Unseen, status.Open));
        Assert.NotNull(status.OldestFullLook);
    }

    [Fact]
    public async Task What_is_not_ones_own_is_not_there_to_be_checked()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        await Pipeline.DeployAsync(publisher, await Pipeline.StageAsync(publisher, api));
        var stranger = await portal.PersonAsync(Role.Publisher);

        await stranger.Http.SendAsync(HttpMethod.Post, "/api/v1/drift/check", new { subject = $"RestApi/{api.Id}" }).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:sync:nothing-to-check");
        Assert.Equal(0, (await stranger.Http.GetAsync<DriftStatus>("/api/v1/drift/status")).Subjects);
    }

    [Fact]
    public async Task A_look_is_quick_or_full()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);

        using var answer = await publisher.Http.SendAsync(HttpMethod.Post, "/api/v1/drift/check", new { look = "Sideways" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
