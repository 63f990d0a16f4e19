using System.Net;
using System.Net.Http.Json;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Tests.Identity;

public sealed class GetPersonTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_reads_a_person()
    {
        var administrator = await portal.PersonAsync(Role.Admin);
        var person = await portal.PersonAsync(Role.Publisher | Role.Operator);

        var read = await administrator.Http.GetFromJsonAsync<PersonView>($"/api/v1/people/{person.Id}", Json.Options, Cancelled);

        Assert.Equal(person.Email, read!.Email);
        Assert.Equal([Role.Publisher, Role.Operator], read.Roles);
    }

    [Fact]
    public async Task Nobody_is_not_found()
    {
        var administrator = await portal.PersonAsync(Role.Admin);

        using var answer = await administrator.Http.GetAsync($"/api/v1/people/{Guid.NewGuid()}", Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
