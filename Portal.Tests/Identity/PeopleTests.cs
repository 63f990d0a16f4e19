using System.Net;
using System.Net.Http.Json;
using System.Web;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Tests.Identity;

public sealed class PeopleTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_invited_chooses_a_password_once()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var invitation = await InviteAsync(admin, "grace@example.com");
        var link = HttpUtility.ParseQueryString(invitation.Path[invitation.Path.IndexOf('?', StringComparison.Ordinal)..]);
        var accept = new AcceptInvitation { Person = Guid.Parse(link["person"]!), Token = link["token"]!, Password = "a long enough word" };

        var first = await portal.AskAsync(accept);
        var second = await portal.AskAsync(accept);
        var signIn = await portal.AskAsync(new SignIn { Email = "grace@example.com", Password = accept.Password });

        Assert.IsType<Answer<Nothing>.Given>(first);
        Assert.Equal("urn:portal:identity:void-invitation", Refused(second).Type);
        Assert.IsType<Answer<Nothing>.Given>(signIn);
    }

    [Fact]
    public async Task A_taken_address_is_refused()
    {
        var admin = await portal.PersonAsync(Role.Admin);

        using var answer = await admin.Http.PostAsJsonAsync("/api/v1/people", new { email = admin.Email, displayName = "Twin", roles = new[] { "Auditor" } }, Cancelled);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task The_second_to_change_a_person_is_told()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var person = (await InviteAsync(admin, "two@example.com")).Person;
        object change = new { displayName = "Two", roles = new[] { "Operator" }, teams = Array.Empty<Guid>(), suspended = false, stamp = person.Stamp };

        using var first = await admin.Http.PutAsJsonAsync($"/api/v1/people/{person.Id}", change, Cancelled);
        using var second = await admin.Http.PutAsJsonAsync($"/api/v1/people/{person.Id}", change, Cancelled);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, second.StatusCode);
    }

    [Fact]
    public async Task A_suspended_persons_token_ends()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var person = await portal.PersonAsync(Role.Publisher);
        var view = (await person.Http.GetFromJsonAsync<PersonView>("/api/v1/me", Json.Options, Cancelled))!;

        using var change = await admin.Http.PutAsJsonAsync(
            $"/api/v1/people/{person.Id}",
            new { view.DisplayName, roles = new[] { "Publisher" }, teams = Array.Empty<Guid>(), suspended = true, view.Stamp },
            Cancelled);
        using var after = await person.Http.GetAsync("/api/v1/me", Cancelled);

        Assert.Equal(HttpStatusCode.OK, change.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using var alone = new PortalFixture();
        var admin = await alone.PersonAsync(Role.Admin);
        var view = (await admin.Http.GetFromJsonAsync<PersonView>("/api/v1/me", Json.Options, Cancelled))!;

        using var answer = await admin.Http.PutAsJsonAsync(
            $"/api/v1/people/{admin.Id}",
            new { view.DisplayName, roles = new[] { "Auditor" }, teams = Array.Empty<Guid>(), suspended = false, view.Stamp },
            Cancelled);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var wrong = new SignIn { Email = person.Email, Password = "not this one" };

        for (var attempt = 0; attempt < 5; attempt++)
        {
            await portal.AskAsync(wrong);
        }

        var right = await portal.AskAsync(wrong with { Password = PortalFixture.Password });

        Assert.Equal("urn:portal:identity:locked-out", Refused(right).Type);
    }

    [Fact]
    public async Task A_team_has_a_name_of_its_own()
    {
        var admin = await portal.PersonAsync(Role.Admin);

        using var first = await admin.Http.PostAsJsonAsync("/api/v1/teams", new { name = "Payments" }, Cancelled);
        using var second = await admin.Http.PostAsJsonAsync("/api/v1/teams", new { name = " Payments " }, Cancelled);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
    }

    [Fact]
    public async Task Ten_who_make_the_same_team_at_once_make_one()
    {
        var admin = await portal.PersonAsync(Role.Admin);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => admin.Http.PostAsJsonAsync("/api/v1/teams", new { name = "Rush" }, Cancelled)));

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.Created);
        Assert.Equal(9, answers.Count(answer => answer.StatusCode is HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_new_password_needs_the_current_one()
    {
        var person = await portal.PersonAsync(Role.Publisher);

        var wrong = await portal.AskAsync(new ChangePassword { Current = "no idea", New = "a new long password" }, person.Id);
        var right = await portal.AskAsync(new ChangePassword { Current = PortalFixture.Password, New = "a new long password" }, person.Id);

        Assert.Equal("urn:portal:identity:wrong-password", Refused(wrong).Type);
        Assert.IsType<Answer<Nothing>.Given>(right);
    }

    private static async Task<Invitation> InviteAsync(Person admin, string email)
    {
        using var answer = await admin.Http.PostAsJsonAsync("/api/v1/people", new { email, displayName = email, roles = new[] { "Publisher" } }, Cancelled);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);

        return (await answer.Content.ReadFromJsonAsync<Invitation>(Json.Options, Cancelled))!;
    }

    private static Refusal Refused(Answer<Nothing> answer) => Assert.IsType<Answer<Nothing>.Refused>(answer).Refusal;
}
