using Microsoft.Playwright;
using Portal.Shared;

namespace Portal.Tests.Journeys;

/// <summary>Somebody who is nobody here becomes a developer, without anybody's help.</summary>
public sealed class RegisterJourneyTests(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData("wide", 1280, ColorScheme.Light)]
    [InlineData("narrow", 390, ColorScheme.Dark)]
    public Task A_developer_registers_confirms_signs_in_and_sees_the_catalog(string look, int width, ColorScheme scheme) => portal.VisitAsync($"register-{look}", async visit =>
    {
        await portal.PersonAsync(Role.Admin);
        var email = $"{look}@example.com";
        var page = visit.Page;
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });

        await visit.GoAsync("/catalog");
        await visit.PictureAsync("catalog");
        await page.GetByRole(AriaRole.Link, new() { Name = "Register to get keys" }).ClickAsync();
        await page.GetByLabel("Your name").FillAsync("Grace Hopper");
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(PortalFixture.Password);
        await visit.PictureAsync("register");
        await page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Look into your mail" })).ToBeVisibleAsync();
        await visit.PictureAsync("look");

        await page.GetByRole(AriaRole.Link, new() { Name = "To the sign-in" }).ClickAsync();
        await SignInAsync(page, email);
        await Assertions.Expect(page.GetByText("Your address is not confirmed yet.")).ToBeVisibleAsync();
        await visit.PictureAsync("unconfirmed");

        await visit.GoAsync("/mailbox");
        await visit.PictureAsync("mailbox");
        await page.GetByRole(AriaRole.Article).Filter(new() { HasText = email }).GetByRole(AriaRole.Link, new() { Name = "Open the link" }).ClickAsync();
        await visit.PictureAsync("confirm");
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your address is confirmed")).ToBeVisibleAsync();
        await visit.PictureAsync("confirmed");
        await SignInAsync(page, email);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "API catalog" })).ToBeVisibleAsync();
        await page.WaitForURLAsync("**/catalog");

        Assert.Empty(visit.Complaints);
    }, new ViewportSize { Width = width, Height = 900 });

    [Fact]
    public Task An_administrator_confirms_somebody_who_registered() => portal.VisitAsync("register-vouch", async visit =>
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await portal.AskAsync(Tests.Identity.Registering.Given("vouch@example.com") with { DisplayName = "Vouched For" });
        await visit.SignInAsync(admin.Email);

        await visit.GoAsync("/admin/people");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Vouched For" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("Unconfirmed", new() { Exact = true })).ToBeVisibleAsync();
        await visit.PictureAsync("person");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Confirm the address" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("Active", new() { Exact = true })).ToBeVisibleAsync();

        Assert.Empty(visit.Complaints);
    });

    private static async Task SignInAsync(IPage page, string email)
    {
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(PortalFixture.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }
}
