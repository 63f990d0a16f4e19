using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog;

public sealed class CreateApiTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task An_API_is_defined_without_a_document()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);

        var api = await publisher.Http.PostAsync<ApiView>("/api/v1/apis", new { teamId = publisher.Team, name = "Ünïque  Pets!", description = "Dogs and cats" });

        Assert.Equal(("Ünïque  Pets!", "unique-pets", ApiStatus.Draft, EndpointType.Regional), (api.Name, api.AwsName, api.Status, api.EndpointType));
        Assert.Equal((1, RevisionSource.Editor, 0), (api.Latest.Number, api.Latest.Source, api.Latest.Operations));
        Assert.Equal(api.Id, (await publisher.Http.GetAsync<ApiView>($"/api/v1/apis/{api.Id}")).Id);
    }

    [Fact]
    public async Task Its_first_document_bears_its_name()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await publisher.Http.PostAsync<ApiView>("/api/v1/apis", new { teamId = publisher.Team, name = "Say \"hello\"" });

        var routes = await publisher.Http.GetAsync<RoutesView>($"/api/v1/apis/{api.Id}/routes");

        Assert.Equal(("Say \"hello\"", 1), (routes.Title, routes.Revision));
        Assert.Empty(routes.Routes);
    }

    [Fact]
    public async Task Names_in_AWS_never_meet()
    {
        var one = await portal.PersonAsync(Role.Publisher);
        var other = await portal.PersonAsync(Role.Publisher);

        var names = new List<string>();

        foreach (var (person, name) in new[] { (one, "Same name"), (other, "Same name"), (one, "same-name") })
        {
            names.Add((await person.Http.PostAsync<ApiView>("/api/v1/apis", new { teamId = person.Team, name })).AwsName);
        }

        Assert.Equal(["same-name", "same-name-2", "same-name-3"], names);
    }

    [Fact]
    public async Task A_taken_name_is_refused()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        await publisher.Http.PostAsync<ApiView>("/api/v1/apis", new { teamId = publisher.Team, name = "Taken" });

        await publisher.Http.SendAsync(HttpMethod.Post, "/api/v1/apis", new { teamId = publisher.Team, name = " Taken " }).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:catalog:name-taken");
    }

    [Fact]
    public async Task An_HTTP_API_is_Regional()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);

        var api = await publisher.Http.PostAsync<ApiView>("/api/v1/apis", new { teamId = publisher.Team, name = "Light", protocol = "Http", endpointType = "Edge" });

        Assert.Equal((Protocol.Http, EndpointType.Regional), (api.Protocol, api.EndpointType));
    }

    [Fact]
    public async Task Another_team_is_not_found()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stranger = await portal.PersonAsync(Role.Publisher);

        await publisher.Http.SendAsync(HttpMethod.Post, "/api/v1/apis", new { teamId = stranger.Team, name = "Not mine" }).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
    }

    [Fact]
    public async Task An_API_has_a_name()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);

        var problem = await publisher.Http.SendAsync(HttpMethod.Post, "/api/v1/apis", new { teamId = publisher.Team, name = "  " }).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");

        Assert.Contains("Name", problem.Errors!.Keys);
    }
}
