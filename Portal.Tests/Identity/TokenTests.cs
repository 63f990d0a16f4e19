using System.Net;
using System.Net.Http.Json;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Tests.Identity;

public sealed class TokenTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stranger_is_told_to_sign_in()
    {
        using var answer = await portal.CreateClient().GetAsync("/api/v1/me", Cancelled);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_token_says_who_one_is()
    {
        var person = await portal.PersonAsync(Role.Publisher);

        var me = await person.Http.GetFromJsonAsync<PersonView>("/api/v1/me", Json.Options, Cancelled);

        Assert.Equal(person.Email, me!.Email);
        Assert.Equal([Role.Publisher], me.Roles);
    }

    [Fact]
    public async Task A_token_that_is_made_works_until_it_is_revoked()
    {
        var person = await portal.PersonAsync(Role.Auditor);
        using var made = await person.Http.PostAsJsonAsync("/api/v1/tokens", new { name = "pipeline" }, Cancelled);
        var token = await made.Content.ReadFromJsonAsync<MadeToken>(Json.Options, Cancelled);
        Assert.True(made.Headers.CacheControl?.NoStore);

        var other = portal.CreateClient();
        other.DefaultRequestHeaders.Authorization = new("Bearer", token!.Value);
        using var before = await other.GetAsync("/api/v1/me", Cancelled);
        using var revoked = await person.Http.DeleteAsync($"/api/v1/tokens/{token.Token.Id}", Cancelled);
        using var after = await other.GetAsync("/api/v1/me", Cancelled);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task Another_persons_token_is_not_found()
    {
        var owner = await portal.PersonAsync(Role.Publisher);
        var stranger = await portal.PersonAsync(Role.Publisher);
        using var made = await owner.Http.PostAsJsonAsync("/api/v1/tokens", new { name = "pipeline" }, Cancelled);
        var token = await made.Content.ReadFromJsonAsync<MadeToken>(Json.Options, Cancelled);

        using var answer = await stranger.Http.DeleteAsync($"/api/v1/tokens/{token!.Token.Id}", Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Every_fault_is_told_by_field()
    {
        var person = await portal.PersonAsync(Role.Publisher);

        using var answer = await person.Http.PostAsJsonAsync("/api/v1/tokens", new { name = "", daysValid = 0 }, Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.Contains("\"Name\"", problem, StringComparison.Ordinal);
        Assert.Contains("\"DaysValid\"", problem, StringComparison.Ordinal);
    }
}
