using System.Net;
using System.Text;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog;

public sealed class ImportApiTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pasted_document_becomes_an_API()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);

        var revised = await publisher.Http.PostAsync<RevisedApi>("/api/v1/apis/import", new { teamId = publisher.Team, document = new { text = Given.Pets } });

        Assert.True(revised.IsNew);
        Assert.Equal(("Pets", 1, 3, RevisionSource.Paste), (revised.Api.Name, revised.Api.Latest.Number, revised.Api.Latest.Operations, revised.Api.Latest.Source));
        Assert.Equal(0, revised.Api.Findings.Errors);
    }

    [Fact]
    public async Task A_file_becomes_an_API_letter_for_letter()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(publisher.Team.ToString()), "teamId" },
            { new StringContent("From a file"), "name" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(Given.Pets)), "file", "pets.yaml" },
        };

        var revised = await (await publisher.Http.PostAsync("/api/v1/apis/upload", form, Cancelled)).AnswerAsync<RevisedApi>(HttpStatusCode.Created);
        using var download = await publisher.Http.GetAsync($"/api/v1/apis/{revised.Api.Id}/revisions/1/document", Cancelled);

        Assert.Equal(("From a file", "pets.yaml", RevisionSource.Upload), (revised.Api.Name, revised.Api.Latest.SourceName, revised.Api.Latest.Source));
        Assert.Equal(Given.Pets, await download.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal("application/yaml", download.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("{\"openapi\": \"3.0.1\",\n  \"info\" }", "2", null)]
    [InlineData("openapi: 3.0.1\ninfo:\n  title: x\n", "1", "")]
    [InlineData("openapi: 3.0.1\ninfo: {title: x, version: '1'}\npaths:\n  /a:\n    get: {responses: {'200': {$ref: '#/components/responses/none'}}}\n", "5", null)]
    public async Task What_cannot_be_read_is_refused_with_its_place(string text, string line, string? pointer)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);

        var problem = await publisher.Http.SendAsync(HttpMethod.Post, "/api/v1/apis/import", new { teamId = publisher.Team, document = new { text } })
            .RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:catalog:unreadable");

        Assert.Equal([line], problem.Errors!["line"]);
        Assert.Contains($"Line {line}", problem.Detail, StringComparison.Ordinal);
        Assert.True(pointer is null || problem.Errors["pointer"] is [var found] && found == pointer);
        Assert.Equal(0, (await publisher.Http.GetAsync<Page<ApiRow>>("/api/v1/apis")).Total);
    }

    [Fact]
    public async Task More_than_6_MB_is_refused()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var text = Given.Pets + new string('#', 6 * 1024 * 1024);

        var problem = await publisher.Http.SendAsync(HttpMethod.Post, "/api/v1/apis/import", new { teamId = publisher.Team, document = new { text } })
            .RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:catalog:unreadable");

        Assert.Contains("6 MB", problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/openapi.json")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://[::1]/openapi.json")]
    public async Task A_URL_never_leads_into_the_private_network(string url)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);

        await publisher.Http.SendAsync(HttpMethod.Post, "/api/v1/apis/import", new { teamId = publisher.Team, document = new { url } })
            .RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:catalog:not-fetched");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("openapi: 3.0.1", "https://example.com/openapi.json")]
    [InlineData(null, "ftp://example.com/openapi.json")]
    public async Task Exactly_one_source_is_given(string? text, string? url)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);

        await publisher.Http.SendAsync(HttpMethod.Post, "/api/v1/apis/import", new { teamId = publisher.Team, document = new { text, url } })
            .RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
    }

    [Fact]
    public async Task A_document_without_a_title_needs_a_name()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var document = new { text = Given.Titled("''") };

        await publisher.Http.SendAsync(HttpMethod.Post, "/api/v1/apis/import", new { teamId = publisher.Team, document }).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:catalog:not-named");
        Assert.Equal("Named", (await publisher.Http.PostAsync<RevisedApi>("/api/v1/apis/import", new { teamId = publisher.Team, name = "Named", document })).Api.Name);
    }

    [Fact]
    public async Task A_form_without_a_file_is_refused()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        using var form = new MultipartFormDataContent { { new StringContent(publisher.Team.ToString()), "teamId" } };

        await publisher.Http.PostAsync("/api/v1/apis/upload", form, Cancelled).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
    }
}
