using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog;

public sealed class ListApisTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static async Task<string[]> NamesAsync(Person person, string query) =>
        [.. (await person.Http.GetAsync<Page<ApiRow>>($"/api/v1/apis{query}")).Items.Select(api => api.Name)];

    [Fact]
    public async Task Only_what_one_reaches_is_listed()
    {
        var one = await portal.PersonAsync(Role.Publisher);
        var other = await portal.PersonAsync(Role.Operator);
        await Given.ApiAsync(one, "Mine");

        Assert.Equal(["Mine"], await NamesAsync(one, ""));
        Assert.Empty(await NamesAsync(other, ""));
        Assert.Contains("Mine", await NamesAsync(await portal.PersonAsync(Role.Auditor), $"?teamId={one.Team}"));
    }

    [Fact]
    public async Task Search_finds_parts_of_names_and_descriptions()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        await publisher.Http.PostAsync<ApiView>("/api/v1/apis", new { teamId = publisher.Team, name = "Billing", description = "Invoices" });
        await publisher.Http.PostAsync<ApiView>("/api/v1/apis", new { teamId = publisher.Team, name = "100% pets", description = "Under_scored" });

        Assert.Equal(["Billing"], await NamesAsync(publisher, "?search=ILL"));
        Assert.Equal(["Billing"], await NamesAsync(publisher, "?search=invoice"));
        Assert.Equal(["100% pets"], await NamesAsync(publisher, "?search=0%25%20p"));
        Assert.Equal(["100% pets"], await NamesAsync(publisher, "?search=r_s"));
        Assert.Empty(await NamesAsync(publisher, "?search=r%25s"));
    }

    [Fact]
    public async Task Names_are_ordered_as_people_do()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);

        foreach (var name in new[] { "Zoo", "apples", "Bees" })
        {
            await Given.ApiAsync(publisher, name);
        }

        Assert.Equal(["apples", "Bees", "Zoo"], await NamesAsync(publisher, ""));
        Assert.Equal(["Zoo", "Bees", "apples"], await NamesAsync(publisher, "?descending=true"));
        Assert.Equal(["Zoo", "apples", "Bees"], await NamesAsync(publisher, "?order=Created"));
        var part = await publisher.Http.GetAsync<Page<ApiRow>>("/api/v1/apis?skip=1&take=1");
        Assert.Equal((3, "Bees", 3), (part.Total, part.Items[0].Name, part.Items[0].Operations));
    }

    [Fact]
    public async Task Filters_narrow_the_list()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher, "Published");
        await Given.ApiAsync(publisher, "Draft");
        await publisher.Http.PutAsync<ApiView>($"/api/v1/apis/{api.Id}", new { name = "Published", description = "", status = "Published", teamId = publisher.Team, version = api.Version });

        Assert.Equal(["Published"], await NamesAsync(publisher, "?status=Published"));
        Assert.Equal(["Draft", "Published"], await NamesAsync(publisher, "?protocol=Rest"));
        Assert.Empty(await NamesAsync(publisher, "?protocol=Http"));
        Assert.Empty(await NamesAsync(publisher, $"?connectionId={Guid.NewGuid()}"));
    }

    [Theory]
    [InlineData("?take=0")]
    [InlineData("?take=1000")]
    [InlineData("?skip=-1")]
    [InlineData("?status=99")]
    [InlineData("?order=sideways")]
    public async Task A_part_that_makes_no_sense_is_refused(string query)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);

        await publisher.Http.GetAsync($"/api/v1/apis{query}", TestContext.Current.CancellationToken).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
    }
}
