using System.Net;
using System.Text.RegularExpressions;
using Portal.Shared.Plans;
using Portal.Tests.Keys;

namespace Portal.Tests.Client.Keys;

/// <summary>A developer's own pages work by plain forms, without any script; a key's value is on one page, once.</summary>
public sealed partial class DeveloperPagesTests(KeysPortal portal) : IClassFixture<KeysPortal>
{
    [Fact]
    public async Task A_key_is_got_by_one_form_and_shown_once()
    {
        var browser = await SignedInAsync();

        await browser.GoAsync($"/apps/keys/new/{portal.Api.Id}");
        await browser.SendAsync("Get the key", ("App", "Weather station"));

        Assert.True(browser.Answer.Headers.CacheControl?.NoStore);
        var value = Value().Match(browser.Text).Value;
        Assert.Equal(HttpStatusCode.OK, await portal.CallAsync(value));
        Assert.DoesNotContain(value, browser.Path, StringComparison.Ordinal);

        await FollowAsync(browser, "To the app");
        Assert.Equal("Weather station", browser.Heading);
        Assert.Contains($"…{value[^4..]}", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(Value(), browser.Page.DocumentElement.OuterHtml);
        Assert.True(browser.Answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task What_is_pressed_twice_is_said_and_issues_no_second_key()
    {
        var browser = await SignedInAsync();
        await GetAsync(browser, "Twice");

        await browser.GoAsync($"/apps/keys/new/{portal.Api.Id}");
        await browser.SendAsync("Get the key");

        Assert.Contains("This app has a key for the plan already.", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(Value(), browser.Text);
    }

    [Fact]
    public async Task A_call_is_tried_with_the_own_key_which_the_page_never_has()
    {
        var browser = await SignedInAsync();
        var value = await GetAsync(browser, "Trying");

        await FollowAsync(browser, "To the app");
        await FollowAsync(browser, "Try a call");
        await browser.SendAsync("Send", ("Path", "/pets"));

        Assert.Contains("""{"ok":true}""", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(value, browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.True(browser.Answer.Headers.CacheControl?.NoStore);

        await browser.SendAsync("Send", ("Path", "pets"));
        Assert.Contains("A path begins with /", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_rotated_and_revoked_on_the_page_of_its_app()
    {
        var browser = await SignedInAsync();
        var old = await GetAsync(browser, "Shop");

        await FollowAsync(browser, "To the app");
        await browser.SendAsync("24 hours");

        var made = Value().Match(browser.Text).Value;
        Assert.NotEqual(old, made);
        Assert.Contains("Being replaced", browser.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await portal.CallAsync(old), await portal.CallAsync(made)));

        await browser.SendAsync($"Revoke …{made[^4..]}");
        Assert.Contains($"The key …{made[^4..]} is revoked", browser.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (await portal.CallAsync(old), await portal.CallAsync(made)));

        await browser.SendAsync("Issue the key");
        Assert.Equal(HttpStatusCode.OK, await portal.CallAsync(Value().Match(browser.Text).Value));
    }

    [Fact]
    public async Task Where_somebody_has_to_approve_the_key_is_issued_on_the_page_of_the_app()
    {
        var browser = await SignedInAsync();
        var plan = await portal.OfferAsync(Availability.ByApproval, terms => terms with { Name = $"A {Guid.NewGuid():N}" });

        await browser.GoAsync($"/apps/keys/new/{portal.Api.Id}");
        await browser.SendAsync("Get the key", ("App", "Waiting"));
        Assert.Contains($"has asked for the plan {plan.Name}", browser.Text, StringComparison.Ordinal);
        await FollowAsync(browser, "To the app");
        Assert.Contains("Waits for approval", browser.Text, StringComparison.Ordinal);

        var waiting = (await portal.Publisher.Http.GetAsync<Shared.Page<Shared.Keys.SubscriptionRow>>($"/api/v1/subscriptions?planId={plan.Id}")).Items[0];
        await portal.Publisher.Http.PostAsync<Shared.Keys.SubscriptionRow>($"/api/v1/subscriptions/{waiting.Id}/approve", new { }, HttpStatusCode.OK);
        await browser.GoAsync(browser.Path);
        await browser.SendAsync("Issue the key");

        Assert.Equal(HttpStatusCode.OK, await portal.CallAsync(Value().Match(browser.Text).Value));
        await portal.OfferAsync(plan, Availability.Closed);
    }

    [Fact]
    public async Task An_app_is_made_renamed_and_deleted_with_its_keys()
    {
        var browser = await SignedInAsync();

        await browser.GoAsync("/apps");
        await browser.SendAsync("Make the app", ("Name", "Shop"));
        Assert.Equal("Shop", browser.Heading);
        await browser.SendAsync("Save", ("Name", "Market"));
        Assert.Equal("Market", browser.Heading);
        var app = browser.Path;

        await browser.GoAsync($"/apps/keys/new/{portal.Api.Id}");
        await browser.SendAsync("Get the key");
        var value = Value().Match(browser.Text).Value;
        await browser.GoAsync(app);
        await browser.SendAsync("Delete it, with its keys");

        Assert.Equal("/apps", browser.Path);
        Assert.Equal(HttpStatusCode.Forbidden, await portal.CallAsync(value));
        await browser.GoAsync(app);
        Assert.Equal(HttpStatusCode.NotFound, browser.Answer.StatusCode);
    }

    [Fact]
    public async Task An_API_that_one_does_not_see_is_not_found()
    {
        var browser = await SignedInAsync();

        await browser.GoAsync($"/apps/keys/new/{Guid.NewGuid()}");

        Assert.Equal(HttpStatusCode.NotFound, browser.Answer.StatusCode);
    }

    private async Task<string> GetAsync(PlainBrowser browser, string app)
    {
        await browser.GoAsync($"/apps/keys/new/{portal.Api.Id}");
        await browser.SendAsync("Get the key", ("App", app));

        return Value().Match(browser.Text).Value;
    }

    private static Task FollowAsync(PlainBrowser browser, string link) =>
        browser.GoAsync("/" + browser.Page.QuerySelectorAll("a").Single(element => element.TextContent.Trim() == link).GetAttribute("href"));

    private async Task<PlainBrowser> SignedInAsync()
    {
        var person = await portal.DeveloperAsync();
        var browser = new PlainBrowser(portal.CreateClient());
        await browser.GoAsync("/account/sign-in");
        await browser.SendAsync("Sign in", ("E-mail", person.Email), ("Password", PortalFixture.Password));

        return browser;
    }

    [GeneratedRegex("portalkey[0-9A-Za-z]{38}")]
    private static partial Regex Value();
}
