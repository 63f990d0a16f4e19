using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Portal.Tests.Journeys;

/// <summary>What a developer does in the browser, with the clicks counted that lead to a key.</summary>
internal sealed partial class Developer(Visit visit)
{
    private IPage Page => visit.Page;

    public int Clicks { get; set; }

    /// <summary>Registers, opens the letter in the mailbox and confirms.</summary>
    public async Task RegisterAsync(string name, string email)
    {
        await visit.GoAsync("/catalog");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Register to get keys" }).ClickAsync();
        await Page.GetByLabel("Your name").FillAsync(name);
        await Page.GetByLabel("E-mail").FillAsync(email);
        await Page.GetByLabel("Password").FillAsync(PortalFixture.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Look into your mail" })).ToBeVisibleAsync();

        await visit.GoAsync("/mailbox");
        await Page.GetByRole(AriaRole.Article).Filter(new() { HasText = email }).GetByRole(AriaRole.Link, new() { Name = "Open the link" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Your address is confirmed")).ToBeVisibleAsync();
    }

    /// <summary>Ends in the catalog, where signing in leads a developer.</summary>
    public async Task SignInAsync(string email)
    {
        await visit.GoAsync("/account/sign-in");
        await Page.GetByLabel("E-mail").FillAsync(email);
        await Page.GetByLabel("Password").FillAsync(PortalFixture.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Page.WaitForURLAsync("**/catalog");
    }

    /// <summary>From the catalog: to the reference, to the plans, and the value of the key.</summary>
    public async Task<string> GetKeyAsync(string api, string? app = null, bool isHasty = false)
    {
        await ClickAsync(Page.GetByRole(AriaRole.Link, new() { Name = api, Exact = true }));
        await ClickAsync(Page.GetByRole(AriaRole.Link, new() { Name = "Get a key" }));
        await Page.WaitForURLAsync("**/keys/new/**", new() { WaitUntil = WaitUntilState.Commit });

        if (app is not null)
        {
            await Page.GetByLabel("App", new() { Exact = true }).FillAsync(app);
        }

        await Assertions.Expect(Page.GetByRole(AriaRole.Radio).First).ToBeCheckedAsync();
        await visit.PictureAsync("plans");
        await ClickAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Get the key" }), isHasty);

        return await ValueAsync();
    }

    /// <summary>From the page of the app.</summary>
    public async Task<string> RotateAsync(string value)
    {
        await ClickAsync(Page.GetByLabel($"Rotate the key that ends with {value[^4..]}"));
        await ClickAsync(Page.GetByRole(AriaRole.Button, new() { Name = "24 hours" }));

        return await ValueAsync();
    }

    /// <summary>The key that the page shows this once.</summary>
    public async Task<string> ValueAsync()
    {
        var shown = Page.GetByText(KeyValue());
        await Assertions.Expect(shown).ToBeVisibleAsync();

        return (await shown.TextContentAsync())!.Trim();
    }

    private Task ClickAsync(ILocator what, bool twice = false)
    {
        Clicks++;

        return twice ? what.DblClickAsync() : what.ClickAsync();
    }

    [GeneratedRegex("^portalkey[0-9A-Za-z]{38}$")]
    private static partial Regex KeyValue();
}
