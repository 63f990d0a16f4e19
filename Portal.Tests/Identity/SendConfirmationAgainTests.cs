using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Tests.Identity;

public sealed class SendConfirmationAgainTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Who_waits_for_the_confirmation_gets_another_mail()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await portal.SendAsync("", Registering.Given("again@example.com"));

        await portal.SendAsync("/again", new SendConfirmationAgain("again@example.com"));

        Assert.Equal(2, (await portal.LettersAsync(admin, "again@example.com")).Count);
    }

    [Fact]
    public async Task Who_is_confirmed_gets_none()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var developer = await portal.PersonAsync(Role.Developer);

        await portal.SendAsync("/again", new SendConfirmationAgain(developer.Email));
        await portal.SendAsync("/again", new SendConfirmationAgain("nobody@example.com"));

        Assert.Empty(await portal.LettersAsync(admin, developer.Email));
    }
}
