using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog;

public sealed class ChangeApiTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static object Change(ApiView api, string? name = null, string status = "Draft", Guid? teamId = null) =>
        new { name = name ?? api.Name, description = "Better", status, teamId = teamId ?? api.Team.Id, version = api.Version };

    [Fact]
    public async Task What_the_catalog_says_can_be_changed()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        var changed = await publisher.Http.PutAsync<ApiView>($"/api/v1/apis/{api.Id}", Change(api, "New name", "Published"));

        Assert.Equal(("New name", "Better", ApiStatus.Published, api.AwsName), (changed.Name, changed.Description, changed.Status, changed.AwsName));
    }

    [Fact]
    public async Task The_second_to_save_is_told()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var first = await publisher.Http.PutAsync<ApiView>($"/api/v1/apis/{api.Id}", Change(api, "First"));

        await publisher.Http.SendAsync(HttpMethod.Put, $"/api/v1/apis/{api.Id}", Change(api, "Second")).RefusedAsync(HttpStatusCode.PreconditionFailed, "urn:portal:platform:changed-meanwhile");

        Assert.Equal(first.Name, (await publisher.Http.GetAsync<ApiView>($"/api/v1/apis/{api.Id}")).Name);
    }

    [Fact]
    public async Task An_API_is_given_to_teams_that_one_is_in()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stranger = await portal.PersonAsync(Role.Publisher);
        var both = await portal.PersonAsync(Role.Publisher, publisher.Team, stranger.Team);
        var api = await Given.ApiAsync(publisher);

        await publisher.Http.SendAsync(HttpMethod.Put, $"/api/v1/apis/{api.Id}", Change(api, teamId: stranger.Team)).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:catalog:no-such-team");
        var given = await both.Http.PutAsync<ApiView>($"/api/v1/apis/{api.Id}", Change(api, teamId: stranger.Team));

        Assert.Equal(stranger.Team, given.Team.Id);
        await publisher.Http.GetAsync($"/api/v1/apis/{api.Id}", TestContext.Current.CancellationToken).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
    }

    [Fact]
    public async Task What_runs_nowhere_can_be_retired()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        Assert.Equal(ApiStatus.Retired, (await publisher.Http.PutAsync<ApiView>($"/api/v1/apis/{api.Id}", Change(api, status: "Retired"))).Status);
    }
}
