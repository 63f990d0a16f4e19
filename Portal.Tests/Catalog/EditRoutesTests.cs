using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog;

public sealed class EditRoutesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static Task<HttpResponseMessage> TryAsync(Person person, ApiView api, params object[] edits) =>
        person.Http.SendAsync(HttpMethod.Post, $"/api/v1/apis/{api.Id}/edits", new { baseRevision = api.Latest.Number, edits });

    private static async Task<RevisedApi> EditAsync(Person person, ApiView api, params object[] edits) => await (await TryAsync(person, api, edits)).AnswerAsync<RevisedApi>(HttpStatusCode.OK);

    private static async Task<RouteView> RouteAsync(Person person, ApiView api, string method, string path) =>
        (await person.Http.GetAsync<RoutesView>($"/api/v1/apis/{api.Id}/routes")).Routes.Single(route => (route.Method, route.Path) == (method, path));

    [Fact]
    public async Task A_route_is_added_and_said_in_words()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        var revised = await EditAsync(publisher, api, new
        {
            // The kind of an edit need not come first.
            method = "GET",
            path = "/owners/{ownerId}",
            edit = "addRoute",
            summary = "One owner",
            integration = new { type = "mock", status = 201, body = "{}" },
            apiKeyRequired = true,
            parameters = new object[] { new { name = "limit", @in = "query", type = "integer" } },
            cors = new { allowOrigins = new[] { "https://example.com" } },
        });

        var route = await RouteAsync(publisher, api, "GET", "/owners/{ownerId}");
        Assert.Equal((true, 2), (revised.IsNew, revised.Api.Latest.Number));
        Assert.Contains("/owners/{ownerId}", revised.Api.Latest.Summary, StringComparison.Ordinal);
        Assert.True(route.ApiKeyRequired);
        Assert.Equal("https://example.com", route.Cors?.AllowOrigins[0]);
        Assert.Equal(new IntegrationView.Mock { Status = 201, Body = "{}" }, route.Integration);
        Assert.Equal(["limit", "ownerId"], route.Parameters.Select(parameter => parameter.Name).Order());
    }

    [Fact]
    public async Task A_change_leaves_what_it_does_not_name()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        await EditAsync(publisher, api, new { edit = "changeRoute", method = "GET", path = "/pets", integration = new { type = "httpProxy", method = "GET", url = "https://${stageVariables.backend}/pets" } });

        var route = await RouteAsync(publisher, api, "GET", "/pets");
        Assert.Equal(("listPets", new IntegrationView.HttpProxy { Method = "GET", Url = "https://${stageVariables.backend}/pets" }), (route.OperationId, route.Integration));
        var text = (await publisher.Http.GetAsync<RevisionText>($"/api/v1/apis/{api.Id}/revisions/2")).Text;
        Assert.Contains("description: All pets", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_edits_are_made_together_or_not_at_all()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        await TryAsync(publisher, api, new { edit = "removeRoute", method = "POST", path = "/pets" }, new { edit = "removeRoute", method = "POST", path = "/nowhere" })
            .RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:catalog:edit-refused");
        Assert.Equal(1, (await publisher.Http.GetAsync<ApiView>($"/api/v1/apis/{api.Id}")).Latest.Number);

        var revised = await EditAsync(publisher, api, new { edit = "removeRoute", method = "POST", path = "/pets" }, new { edit = "setDefaultIntegration", integration = new { type = "httpProxy", baseUrl = "https://example.com" } });
        Assert.Equal((2, 2), (revised.Api.Latest.Number, revised.Api.Latest.Operations));
    }

    [Fact]
    public async Task Operations_are_left_out_and_taken_back()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        var left = await EditAsync(publisher, api, new { edit = "leaveOut", operations = new[] { "POST /pets", "GET /pets" } });
        Assert.Equal(1, (await publisher.Http.GetAsync<FindingsView>($"/api/v1/apis/{api.Id}/findings")).Deployable);
        Assert.True((await RouteAsync(publisher, api, "POST", "/pets")).IsLeftOut);

        await EditAsync(publisher, left.Api, new { edit = "takeBack", operations = new[] { "POST /pets", "GET /pets" } });
        Assert.Equal(3, (await publisher.Http.GetAsync<FindingsView>($"/api/v1/apis/{api.Id}/findings")).Deployable);
    }

    [Fact]
    public async Task The_second_to_save_is_told()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        await EditAsync(publisher, api, new { edit = "removeRoute", method = "POST", path = "/pets" });

        await TryAsync(publisher, api, new { edit = "removeRoute", method = "GET", path = "/pets" }).RefusedAsync(HttpStatusCode.PreconditionFailed, "urn:portal:platform:changed-meanwhile");

        Assert.Equal(2, (await publisher.Http.GetAsync<ApiView>($"/api/v1/apis/{api.Id}")).Latest.Number);
    }

    [Fact]
    public async Task Of_ten_who_save_at_once_one_wins()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async number =>
        {
            using var answer = await TryAsync(publisher, api, new { edit = "addRoute", method = "GET", path = $"/route-{number}" });

            return answer.StatusCode;
        }));

        Assert.Equal(1, answers.Count(status => status is HttpStatusCode.OK));
        Assert.Equal(9, answers.Count(status => status is HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_makes_no_revision()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        var revised = await EditAsync(publisher, api, new { edit = "setDocumentVersion", version = "1.0.0" });

        Assert.Equal((false, 1), (revised.IsNew, revised.Api.Latest.Number));
    }

    [Fact]
    public async Task An_unknown_edit_is_malformed()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        await TryAsync(publisher, api, new { edit = "explode" }).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
        await TryAsync(publisher, api, new { method = "GET" }).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
        await TryAsync(publisher, api).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
        await TryAsync(publisher, api, [null!]).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
    }
}
