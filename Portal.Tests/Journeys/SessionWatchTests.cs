using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Tests.Journeys;

/// <summary>What is taken away is gone from pages that are open, without a click.</summary>
public sealed class SessionWatchTests(SessionWatchTests.QuickFixture portal) : IClassFixture<SessionWatchTests.QuickFixture>
{
    [Fact]
    public Task Whoever_loses_a_role_loses_the_open_page() => portal.VisitAsync("role-taken", async visit =>
    {
        var (administrator, person) = (await portal.PersonAsync(Role.Admin), await portal.PersonAsync(Role.Publisher | Role.Developer));
        await visit.SignInAsync(person.Email);
        await visit.GoAsync("/apis");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "APIs", Exact = true })).ToBeVisibleAsync();

        await ChangeAsync(administrator, person, roles: [Role.Developer]);

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Not for you" })).ToBeVisibleAsync();
    });

    [Fact]
    public Task Whoever_is_suspended_is_signed_out() => portal.VisitAsync("suspended", async visit =>
    {
        var (administrator, person) = (await portal.PersonAsync(Role.Admin), await portal.PersonAsync(Role.Publisher));
        await visit.SignInAsync(person.Email);
        await visit.GoAsync("/apis");

        await ChangeAsync(administrator, person, suspended: true);

        await visit.Page.WaitForURLAsync("**/account/sign-in*");
    });

    private static async Task ChangeAsync(Person administrator, Person person, Role[]? roles = null, bool suspended = false)
    {
        var view = await administrator.Http.GetAsync<PersonView>($"/api/v1/people/{person.Id}");
        var change = new { view.DisplayName, roles = roles ?? [.. view.Roles], teams = view.Teams.Select(team => team.Id), suspended, view.Stamp };
        using var answer = await administrator.Http.PutAsJsonAsync($"/api/v1/people/{person.Id}", change, Json.Options, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public sealed class QuickFixture : BrowserFixture
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Sessions:CheckEvery", "00:00:00.5");
        }
    }
}
