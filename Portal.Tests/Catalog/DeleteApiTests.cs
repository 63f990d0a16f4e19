using System.Net;
using Portal.Shared;

namespace Portal.Tests.Catalog;

public sealed class DeleteApiTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_runs_nowhere_can_be_deleted()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        using var deleted = await publisher.Http.DeleteAsync($"/api/v1/apis/{api.Id}?version={api.Version}", Cancelled);

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await publisher.Http.GetAsync($"/api/v1/apis/{api.Id}", Cancelled).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
    }

    [Fact]
    public async Task What_somebody_changed_meanwhile_is_not_deleted()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        await publisher.Http.DeleteAsync($"/api/v1/apis/{api.Id}?version={api.Version + 1}", Cancelled).RefusedAsync(HttpStatusCode.PreconditionFailed, "urn:portal:platform:changed-meanwhile");
    }
}
