using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Tests.Identity;

public sealed class ConfirmAddressTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_link_confirms_and_to_open_it_twice_does_no_harm()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await portal.SendAsync("", Registering.Given("twice@example.com"));
        var confirm = Assert.Single(await portal.LettersAsync(admin, "twice@example.com")).ToConfirm();

        await portal.SendAsync("/confirm", confirm);
        await portal.SendAsync("/confirm", confirm);

        Assert.True((await Registering.PersonOfAsync(admin, "twice@example.com")).Confirmed);
        Assert.Null(await portal.SignInAsync("twice@example.com"));
    }

    [Fact]
    public async Task A_broken_link_is_refused()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await portal.SendAsync("", Registering.Given("broken@example.com"));
        var confirm = Assert.Single(await portal.LettersAsync(admin, "broken@example.com")).ToConfirm();

        Assert.Equal("urn:portal:identity:void-confirmation", Refused(await portal.AskAsync(confirm with { Token = confirm.Token[..^9] })));
        Assert.Equal("urn:portal:identity:void-confirmation", Refused(await portal.AskAsync(confirm with { Person = Guid.NewGuid() })));
    }

    [Fact]
    public async Task A_link_for_a_password_confirms_nothing_by_itself()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await portal.SendAsync("", Registering.Given("other@example.com"));
        await portal.SendAsync("/forgot-password", new ForgotPassword("other@example.com"));
        var password = (await portal.LettersAsync(admin, "other@example.com")).Single(letter => letter.Subject.Contains("password", StringComparison.Ordinal));

        Assert.Equal("urn:portal:identity:void-confirmation", Refused(await portal.AskAsync(password.ToConfirm())));
    }

    private static string Refused(Answer<Nothing> answer) => Assert.IsType<Answer<Nothing>.Refused>(answer).Refusal.Type;
}
