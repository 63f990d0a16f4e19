using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog;

public sealed class RestoreRevisionTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static async Task<ApiView> WithoutAsync(Person person, ApiView api, string method) =>
        (await person.Http.PostAsync<RevisedApi>($"/api/v1/apis/{api.Id}/edits", new { baseRevision = api.Latest.Number, edits = new[] { new { edit = "removeRoute", method, path = "/pets" } } }, HttpStatusCode.OK)).Api;

    [Fact]
    public async Task The_next_revision_says_what_the_earlier_one_said()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await WithoutAsync(publisher, await Given.ApiAsync(publisher), "GET");

        var restored = await publisher.Http.PostAsync<RevisedApi>($"/api/v1/apis/{api.Id}/revisions/1/restore", new { baseRevision = 2 }, HttpStatusCode.OK);

        Assert.Equal((true, 3), (restored.IsNew, restored.Api.Latest.Number));
        Assert.StartsWith("Goes back to revision 1. Added GET /pets.", restored.Api.Latest.Summary, StringComparison.Ordinal);
        Assert.Equal(Given.Pets, (await publisher.Http.GetAsync<RevisionText>($"/api/v1/apis/{api.Id}/revisions/3")).Text);
    }

    [Fact]
    public async Task What_is_there_already_makes_no_revision()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        var restored = await publisher.Http.PostAsync<RevisedApi>($"/api/v1/apis/{api.Id}/revisions/1/restore", new { baseRevision = 1 }, HttpStatusCode.OK);

        Assert.Equal((false, 1), (restored.IsNew, restored.Api.Latest.Number));
    }

    [Fact]
    public async Task Who_comes_second_is_told()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await WithoutAsync(publisher, await Given.ApiAsync(publisher), "GET");
        await WithoutAsync(publisher, api, "POST");

        await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/apis/{api.Id}/revisions/1/restore", new { baseRevision = 2 }).RefusedAsync(HttpStatusCode.PreconditionFailed, "urn:portal:platform:changed-meanwhile");
    }

    [Fact]
    public async Task What_never_was_is_not_gone_back_to()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/apis/{api.Id}/revisions/7/restore", new { baseRevision = 1 }).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:catalog:no-such-revision");
        await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/apis/{api.Id}/revisions/0/restore", new { baseRevision = 1 }).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
    }
}
