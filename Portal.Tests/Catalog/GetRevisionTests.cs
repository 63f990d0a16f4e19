using System.Net;
using System.Security.Cryptography;
using System.Text;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog;

public sealed class GetRevisionTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_revision_is_kept_as_it_was_written()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        var revision = await publisher.Http.GetAsync<RevisionText>($"/api/v1/apis/{api.Id}/revisions/1");

        Assert.Equal(Given.Pets, revision.Text);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Given.Pets))), revision.Revision.Sha256);
        Assert.StartsWith("Publisher", revision.Revision.Author, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("revisions/2")]
    [InlineData("revisions/0/document")]
    [InlineData("routes?revision=7")]
    [InlineData("findings?revision=7")]
    public async Task A_revision_that_is_not_there_is_not_found(string path)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        await publisher.Http.GetAsync($"/api/v1/apis/{api.Id}/{path}", TestContext.Current.CancellationToken).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:catalog:no-such-revision");
    }

    [Fact]
    public async Task Strangers_find_nothing()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stranger = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        foreach (var path in new[] { "", "/routes", "/findings", "/revisions", "/revisions/1", "/revisions/1/document", "/stages" })
        {
            await stranger.Http.GetAsync($"/api/v1/apis/{api.Id}{path}", TestContext.Current.CancellationToken).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
        }
    }
}
