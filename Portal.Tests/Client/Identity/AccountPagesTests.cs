using System.Net;
using System.Text.RegularExpressions;
using Portal.Shared;

namespace Portal.Tests.Client.Identity;

/// <summary>The pages of one's account work by plain forms, without any script.</summary>
public sealed partial class AccountPagesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_person_signs_in_where_they_wanted_to_go()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var browser = new PlainBrowser(portal.CreateClient());

        await browser.GoAsync("/account");
        Assert.Equal("Sign in", browser.Heading);
        await browser.SendAsync("Sign in", ("E-mail", person.Email), ("Password", PortalFixture.Password));

        Assert.Equal("/account", browser.Path);
        Assert.Contains(person.Email, browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    public async Task Signing_in_never_leads_elsewhere(string returnUrl)
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var browser = new PlainBrowser(portal.CreateClient());

        await browser.GoAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");
        await browser.SendAsync("Sign in", ("E-mail", person.Email), ("Password", PortalFixture.Password));

        Assert.Equal("/", browser.Path);
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_not_sent_back()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var browser = new PlainBrowser(portal.CreateClient());

        await browser.GoAsync("/account/sign-in");
        await browser.SendAsync("Sign in", ("E-mail", person.Email), ("Password", "not this one at all"));

        Assert.Contains("E-mail address or password is wrong.", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("not this one at all", browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_of_every_page_signs_out()
    {
        var browser = await SignedInAsync();

        await browser.GoAsync("/account");
        await browser.SendAsync("Sign out");
        Assert.Equal("/account/sign-in", browser.Path);

        await browser.GoAsync("/account");
        Assert.Equal("Sign in", browser.Heading);
    }

    [Fact]
    public async Task A_tokens_value_is_shown_once()
    {
        var browser = await SignedInAsync();

        await browser.GoAsync("/account/tokens");
        await browser.SendAsync("Make the token", ("What is it for?", "pipeline"), ("It lives", "30"));

        Assert.True(browser.Answer.Headers.CacheControl?.NoStore);
        Assert.Matches(Token(), browser.Text);

        await browser.GoAsync("/account/tokens");
        Assert.DoesNotMatch(Token(), browser.Text);
        Assert.Contains("pipeline", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_revoked_on_its_page()
    {
        var browser = await SignedInAsync();
        await browser.GoAsync("/account/tokens");
        await browser.SendAsync("Make the token", ("What is it for?", "pipeline"));

        await browser.SendAsync("Revoke pipeline");

        Assert.Equal(HttpStatusCode.OK, browser.Answer.StatusCode);
        Assert.DoesNotContain("Revoke pipeline", browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_changed_only_with_the_one_before()
    {
        var browser = await SignedInAsync();

        await browser.GoAsync("/account");
        await browser.SendAsync("Change the password", ("Current password", "not this one"), ("New password", "another long password"));
        Assert.Contains("The current password is wrong.", browser.Text, StringComparison.Ordinal);

        await browser.SendAsync("Change the password", ("Current password", PortalFixture.Password), ("New password", "another long password"));
        Assert.Contains("The password is changed.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_not_read()
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "sign-in"), KeyValuePair.Create("Draft.Email", "a@example.com")]);

        using var answer = await portal.CreateClient().PostAsync(new Uri("/account/sign-in", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_said_in_a_page()
    {
        var browser = new PlainBrowser(portal.CreateClient());

        await browser.GoAsync("/no/such/page");

        Assert.Equal(HttpStatusCode.NotFound, browser.Answer.StatusCode);
        Assert.Equal("Nothing here", browser.Heading);
    }

    [Fact]
    public async Task A_page_for_others_is_refused()
    {
        var browser = await SignedInAsync(Role.Developer);

        await browser.GoAsync("/admin/people");

        Assert.Equal("Not for you", browser.Heading);
    }

    [Fact]
    public async Task A_static_page_loads_no_circuit()
    {
        var browser = await SignedInAsync();

        await browser.GoAsync("/account");

        Assert.DoesNotContain(browser.Page.Scripts, script => script.Source?.Contains("blazor", StringComparison.Ordinal) ?? false);
        Assert.All(browser.Page.Scripts, script => Assert.NotNull(script.Source));
        Assert.Empty(browser.Page.QuerySelectorAll("style"));
    }

    private async Task<PlainBrowser> SignedInAsync(Role roles = Role.Publisher)
    {
        var person = await portal.PersonAsync(roles);
        var browser = new PlainBrowser(portal.CreateClient());
        await browser.GoAsync("/account/sign-in");
        await browser.SendAsync("Sign in", ("E-mail", person.Email), ("Password", PortalFixture.Password));

        return browser;
    }

    [GeneratedRegex("portal_pat_[A-Za-z0-9_-]{20,}")]
    private static partial Regex Token();
}
