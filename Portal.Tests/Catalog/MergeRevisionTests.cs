using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog;

/// <summary>What was made in the portal outlives the next document of the authors, and the one after it.</summary>
public sealed class MergeRevisionTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string Described = Given.Pets.Replace("description: All pets", "description: Every pet", StringComparison.Ordinal);

    private static readonly string Renamed = Given.Pets.Replace("operationId: listPets", "operationId: allPets", StringComparison.Ordinal);

    private static readonly object[] Made =
    [
        new { edit = "addAuthorizer", name = "door", authorizer = new { type = "token", function = "arn:aws:lambda:eu-central-1:123456789012:function:a" } },
        new { edit = "setGuard", operations = new[] { "GET /pets" }, guard = new { type = "authorizer", authorizer = "door" } },
        new { edit = "setGatewayResponse", type = "THROTTLED", status = "503" },
    ];

    private static async Task<ApiView> EditAsync(Person person, ApiView api, params object[] edits) =>
        (await person.Http.PostAsync<RevisedApi>($"/api/v1/apis/{api.Id}/edits", new { baseRevision = api.Latest.Number, edits }, HttpStatusCode.OK)).Api;

    private static async Task<ApiView> ImportAsync(Person person, ApiView api, string text) =>
        (await person.Http.PostAsync<RevisedApi>($"/api/v1/apis/{api.Id}/revisions", new { document = new { text } }, HttpStatusCode.OK)).Api;

    private static async Task<string> TextAsync(Person person, ApiView api, int number) => (await person.Http.GetAsync<RevisionText>($"/api/v1/apis/{api.Id}/revisions/{number}")).Text;

    [Fact]
    public async Task What_was_made_here_outlives_one_document_after_the_other()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await EditAsync(publisher, await Given.ApiAsync(publisher), Made);

        foreach (var text in new[] { Described, Given.Titled("Animals"), Given.Pets })
        {
            api = await ImportAsync(publisher, api, text);

            var security = await publisher.Http.GetAsync<GuardsView>($"/api/v1/apis/{api.Id}/security");
            Assert.Equal(["GET /pets"], Assert.Single(security.Schemes).Routes);
            Assert.Equal(text, await TextAsync(publisher, api, api.Latest.Number - 1));
            Assert.Contains("THROTTLED", await TextAsync(publisher, api, api.Latest.Number), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_document_that_was_brought_again_changes_nothing()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await EditAsync(publisher, await Given.ApiAsync(publisher), Made);

        Assert.Equal(api.Latest.Number, (await ImportAsync(publisher, api, Given.Pets)).Latest.Number);
    }

    [Theory]
    [InlineData("Ours", "myPets")]
    [InlineData("Theirs", "allPets")]
    public async Task What_both_changed_is_named_and_chosen(string side, string operation)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await EditAsync(publisher, await Given.ApiAsync(publisher), new { edit = "changeRoute", method = "GET", path = "/pets", operationId = "myPets" });
        var path = $"/api/v1/apis/{api.Id}/revisions";

        var preview = await publisher.Http.PostAsync<RevisionPreview>($"{path}/preview", new { document = new { text = Renamed } }, HttpStatusCode.OK);
        var conflict = Assert.Single(preview.Conflicts);
        Assert.Equal(("GET /pets, operationId", "\"listPets\"", "\"myPets\"", "\"allPets\""), (conflict.Place, conflict.Before, conflict.Ours, conflict.Theirs));
        await publisher.Http.SendAsync(HttpMethod.Post, path, new { document = new { text = Renamed } }).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:catalog:both-changed");

        await publisher.Http.PostAsync<RevisedApi>(path, new { document = new { text = Renamed }, choices = new Dictionary<string, string> { [conflict.Pointer] = side } }, HttpStatusCode.OK);

        Assert.Contains($"operationId: {operation}", await TextAsync(publisher, api, (await publisher.Http.GetAsync<ApiView>($"/api/v1/apis/{api.Id}")).Latest.Number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_asked_twice()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await EditAsync(publisher, await Given.ApiAsync(publisher), new { edit = "changeRoute", method = "GET", path = "/pets", operationId = "myPets" });
        await publisher.Http.PostAsync<RevisedApi>($"/api/v1/apis/{api.Id}/revisions", new { document = new { text = Renamed }, onConflict = "Ours" }, HttpStatusCode.OK);

        var preview = await publisher.Http.PostAsync<RevisionPreview>($"/api/v1/apis/{api.Id}/revisions/preview", new { document = new { text = Renamed } }, HttpStatusCode.OK);

        Assert.Empty(preview.Conflicts);
        Assert.Equal((4, 3), (preview.Latest, preview.Brought));
    }

    [Fact]
    public async Task A_preview_says_what_stays_and_saves_nothing()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await EditAsync(publisher, await Given.ApiAsync(publisher), Made);

        var preview = await publisher.Http.PostAsync<RevisionPreview>($"/api/v1/apis/{api.Id}/revisions/preview", new { document = new { text = Described } }, HttpStatusCode.OK);

        Assert.Equal(["GET /pets, security", "security scheme door", "gateway response THROTTLED"], preview.Kept.Order(StringComparer.Ordinal).OrderBy(place => place.StartsWith("gateway", StringComparison.Ordinal)));
        Assert.Equal((2, 1), (preview.Latest, preview.Brought));
        Assert.Empty(preview.Conflicts);
        Assert.Equal(2, (await publisher.Http.GetAsync<ApiView>($"/api/v1/apis/{api.Id}")).Latest.Number);
    }
}
