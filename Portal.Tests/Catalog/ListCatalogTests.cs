using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog;

/// <summary>Who sees which APIs: in the list, by search, by address, and in the document. What one may not see is not there.</summary>
public sealed class ListCatalogTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    public enum Who
    {
        Visitor,
        Developer,
        Colleague,
        Auditor,
    }

    public static TheoryData<string, Audience, Who, bool> Sights
    {
        get
        {
            var sights = new TheoryData<string, Audience, Who, bool>();

            foreach (var audience in Enum.GetValues<Audience>())
            {
                foreach (var who in Enum.GetValues<Who>())
                {
                    sights.Add("Published", audience, who, audience is Audience.Everyone || who is Who.Colleague or Who.Auditor || (audience, who) is (Audience.Developers, Who.Developer));
                    sights.Add("Draft", audience, who, false);
                }
            }

            return sights;
        }
    }

    [Theory]
    [MemberData(nameof(Sights))]
    public async Task What_one_may_not_see_is_not_there(string status, Audience audience, Who who, bool seen)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await PublishedAsync(publisher, status, audience);
        var http = await HttpAsync(who, publisher);

        var listed = await http.GetAsync<Page<CatalogEntry>>($"/api/v1/catalog?search={api.AwsName[^32..]}");

        Assert.Equal(seen ? [api.Id] : [], listed.Items.Select(entry => entry.Id));
        Assert.Equal(seen ? 1 : 0, listed.Total);

        foreach (var path in new[] { "", "/document", "/operations/listPets" })
        {
            using var answer = await http.GetAsync($"/api/v1/catalog/{api.AwsName}{path}", TestContext.Current.CancellationToken);
            Assert.Equal(seen ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task It_is_found_by_a_word_of_its_description_and_by_a_tag()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var word = $"w{Guid.NewGuid():N}";
        var api = await PublishedAsync(publisher, "Published", Audience.Everyone, description: $"Sells {word} and more.", tag: $"t-{word[..20]}");

        foreach (var search in new[] { word, $"t-{word[..20]}" })
        {
            Assert.Equal([api.Id], (await publisher.Http.GetAsync<Page<CatalogEntry>>($"/api/v1/catalog?search={search}")).Items.Select(entry => entry.Id));
        }
    }

    private static async Task<ApiView> PublishedAsync(Person publisher, string status, Audience audience, string description = "", string? tag = null)
    {
        var api = await Given.ApiAsync(publisher);
        string[] tags = tag is null ? [] : [tag];

        return await publisher.Http.PutAsync<ApiView>($"/api/v1/apis/{api.Id}", new { api.Name, description, status, audience, tags, teamId = api.Team.Id, api.Version });
    }

    private async Task<HttpClient> HttpAsync(Who who, Person publisher) => who switch
    {
        Who.Visitor => portal.CreateClient(),
        Who.Developer => (await portal.PersonAsync(Role.Developer)).Http,
        Who.Colleague => (await portal.PersonAsync(Role.Operator, publisher.Team)).Http,
        Who.Auditor => (await portal.PersonAsync(Role.Auditor)).Http,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
