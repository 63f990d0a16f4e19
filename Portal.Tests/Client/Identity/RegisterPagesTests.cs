using Portal.Shared;
using Portal.Tests.Identity;
using Portal.Tests.Platform;

namespace Portal.Tests.Client.Identity;

/// <summary>To register, to confirm and to get a new password works by plain forms.</summary>
public sealed class RegisterPagesTests(PortalOnAPort portal) : IClassFixture<PortalOnAPort>
{
    [Fact]
    public async Task A_developer_registers_confirms_and_comes_into_the_catalog()
    {
        await portal.PersonAsync(Role.Admin);
        var browser = new PlainBrowser(portal.CreateClient());

        await browser.GoAsync("/account/register");
        await browser.SendAsync("Register", ("Your name", "Grace"), ("E-mail", "plain@example.com"), ("Password", PortalFixture.Password));
        Assert.Equal("Look into your mail", browser.Heading);

        await SignInAsync(browser, "plain@example.com");
        Assert.Contains("Your address is not confirmed yet.", browser.Text, StringComparison.Ordinal);
        await browser.SendAsync("Send the mail again");
        Assert.Contains("Asked for", browser.Text, StringComparison.Ordinal);

        await browser.GoAsync("/mailbox");
        await browser.GoAsync($"/{browser.Page.QuerySelector("article a")!.GetAttribute("href")}");
        await browser.SendAsync("Confirm");
        Assert.Contains("Your address is confirmed", browser.Text, StringComparison.Ordinal);
        await browser.SendAsync("Sign in", ("E-mail", "plain@example.com"), ("Password", PortalFixture.Password));
        Assert.Equal("API catalog", browser.Heading);
    }

    [Fact]
    public async Task A_known_address_is_answered_with_the_same_page()
    {
        var known = await portal.PersonAsync(Role.Developer);

        Assert.Equal(await RegisteredAsync(known.Email), await RegisteredAsync("unknown@example.com"));
    }

    [Theory]
    [InlineData("/account/confirm")]
    [InlineData("/account/confirm?person=half-a-link")]
    [InlineData("/account/confirm?person=0196f0a4-0000-7000-8000-000000000000&token=broken")]
    public async Task A_broken_link_is_said_in_a_page(string link)
    {
        var browser = new PlainBrowser(portal.CreateClient());

        await browser.GoAsync(link);
        await browser.SendAsync("Confirm");

        Assert.Contains("This link does not work.", browser.Text, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("a[href='account/confirm/again']"));
    }

    [Fact]
    public async Task A_forgotten_password_is_chosen_anew()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var developer = await portal.PersonAsync(Role.Developer);
        var browser = new PlainBrowser(portal.CreateClient());

        await browser.GoAsync("/account/forgot");
        await browser.SendAsync("Send me a link", ("E-mail", developer.Email));
        await browser.GoAsync(Assert.Single(await portal.LettersAsync(admin, developer.Email)).Path);
        await browser.SendAsync("Save and sign in", ("Password", "a new long password"));

        Assert.Null(await portal.SignInAsync(developer.Email, "a new long password"));
    }

    [Fact]
    public async Task The_mailbox_is_not_kept_by_a_browser()
    {
        var browser = new PlainBrowser(portal.CreateClient());

        await browser.GoAsync("/mailbox");

        Assert.True(browser.Answer.Headers.CacheControl?.NoStore);
    }

    private async Task<string> RegisteredAsync(string email)
    {
        var browser = new PlainBrowser(portal.CreateClient());
        await browser.GoAsync("/account/register");
        await browser.SendAsync("Register", ("Your name", "Grace"), ("E-mail", email), ("Password", PortalFixture.Password));

        return browser.Page.QuerySelector("main")!.TextContent;
    }

    private static async Task SignInAsync(PlainBrowser browser, string email)
    {
        await browser.GoAsync("/account/sign-in");
        await browser.SendAsync("Sign in", ("E-mail", email), ("Password", PortalFixture.Password));
    }
}
