using System.Net;
using System.Text;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog;

public sealed class ImportRevisionTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string Longer = Given.Pets + """
          /owners:
            get:
              operationId: listOwners
              responses:
                '200':
                  description: All owners

        """;

    [Fact]
    public async Task A_changed_document_makes_the_next_revision()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        var revised = await publisher.Http.PostAsync<RevisedApi>($"/api/v1/apis/{api.Id}/revisions", new { document = new { text = Longer }, version = api.Version }, HttpStatusCode.OK);
        var revisions = await publisher.Http.GetAsync<Page<RevisionView>>($"/api/v1/apis/{api.Id}/revisions");

        Assert.True(revised.IsNew);
        Assert.Equal([2, 1], revisions.Items.Select(revision => revision.Number));
        Assert.Contains("GET /owners", revisions.Items[0].Summary, StringComparison.Ordinal);
        Assert.Equal(4, revised.Api.Latest.Operations);
    }

    [Fact]
    public async Task The_same_document_again_makes_none()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        var revised = await publisher.Http.PostAsync<RevisedApi>($"/api/v1/apis/{api.Id}/revisions", new { document = new { text = Given.Pets } }, HttpStatusCode.OK);

        Assert.False(revised.IsNew);
        Assert.Equal((1, api.Version), (revised.Api.Latest.Number, revised.Api.Version));
    }

    [Fact]
    public async Task Nobodys_revision_is_passed_over_unseen()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        await publisher.Http.PostAsync<RevisedApi>($"/api/v1/apis/{api.Id}/revisions", new { document = new { text = Longer }, version = api.Version }, HttpStatusCode.OK);

        await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/apis/{api.Id}/revisions", new { document = new { text = Longer + "# and more" }, version = api.Version })
            .RefusedAsync(HttpStatusCode.PreconditionFailed, "urn:portal:platform:changed-meanwhile");

        Assert.Equal(2, (await publisher.Http.GetAsync<ApiView>($"/api/v1/apis/{api.Id}")).Latest.Number);
    }

    [Fact]
    public async Task A_file_makes_a_revision_too()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(Longer)), "file", "pets.yaml" } };

        var revised = await (await publisher.Http.PostAsync($"/api/v1/apis/{api.Id}/revisions/upload", form, TestContext.Current.CancellationToken)).AnswerAsync<RevisedApi>(HttpStatusCode.OK);

        Assert.Equal((2, RevisionSource.Upload), (revised.Api.Latest.Number, revised.Api.Latest.Source));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task What_was_settled_in_the_portal_comes_along_unless_it_shall_not(bool keep, int leftOut)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher, text: Given.Pets.Replace("operationId: addPet", "operationId: addPet\n      x-portal-leave-out: true", StringComparison.Ordinal));

        var revised = await publisher.Http.PostAsync<RevisedApi>($"/api/v1/apis/{api.Id}/revisions", new { document = new { text = Longer }, keepSettings = keep }, HttpStatusCode.OK);
        var routes = await publisher.Http.GetAsync<RoutesView>($"/api/v1/apis/{api.Id}/routes?revision={revised.Api.Latest.Number}");

        Assert.Equal(leftOut, routes.Routes.Count(route => route.IsLeftOut));
    }

    [Fact]
    public async Task What_cannot_be_read_changes_nothing()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/apis/{api.Id}/revisions", new { document = new { text = "not a document" } })
            .RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:catalog:unreadable");

        Assert.Equal(api.Latest, (await publisher.Http.GetAsync<ApiView>($"/api/v1/apis/{api.Id}")).Latest);
    }

    [Fact]
    public async Task Scripts_at_once_make_a_row_of_revisions()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async number =>
        {
            using var answer = await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/apis/{api.Id}/revisions", new { document = new { text = $"{Longer}# {number}" } });

            return answer.StatusCode;
        }));

        var made = answers.Count(status => status is HttpStatusCode.OK);
        Assert.All(answers, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.PreconditionFailed, $"{status}"));
        Assert.Equal(1 + made, (await publisher.Http.GetAsync<Page<RevisionView>>($"/api/v1/apis/{api.Id}/revisions")).Total);
    }
}
