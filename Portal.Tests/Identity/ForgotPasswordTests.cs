using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Tests.Identity;

public sealed class ForgotPasswordTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task The_link_chooses_a_new_password_once()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var developer = await portal.PersonAsync(Role.Developer);

        await portal.SendAsync("/forgot-password", new ForgotPassword(developer.Email));
        var (person, token) = Registering.LinkOf(Assert.Single(await portal.LettersAsync(admin, developer.Email)));
        var accept = new AcceptInvitation { Person = person, Token = token, Password = "a new long password" };

        Assert.IsType<Answer<Nothing>.Given>(await portal.AskAsync(accept));
        Assert.IsType<Answer<Nothing>.Refused>(await portal.AskAsync(accept));
        Assert.Null(await portal.SignInAsync(developer.Email, accept.Password));
    }

    [Fact]
    public async Task Whoever_gets_the_link_has_proved_the_address()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await portal.SendAsync("", Registering.Given("lost@example.com"));

        await portal.SendAsync("/forgot-password", new ForgotPassword("lost@example.com"));
        var (person, token) = Registering.LinkOf((await portal.LettersAsync(admin, "lost@example.com")).First(letter => letter.Subject.Contains("password", StringComparison.Ordinal)));
        await portal.AskAsync(new AcceptInvitation { Person = person, Token = token, Password = "a new long password" });

        Assert.Null(await portal.SignInAsync("lost@example.com", "a new long password"));
    }

    [Fact]
    public async Task An_unknown_address_gets_the_same_answer() => await portal.SendAsync("/forgot-password", new ForgotPassword("nobody@example.com"));
}
