using Microsoft.Playwright;
using Portal.Shared;

namespace Portal.Tests.Journeys;

/// <summary>An administrator lets somebody in, and out again.</summary>
public sealed class PeopleJourneyTests(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    [Fact]
    public Task A_person_is_invited_comes_in_and_is_suspended() => portal.VisitAsync("people", async visit =>
    {
        var administrator = await portal.PersonAsync(Role.Admin);
        var page = visit.Page;
        await visit.SignInAsync(administrator.Email);

        await visit.GoAsync("/admin/people");
        await page.GetByLabel("New team").FillAsync("Payments");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the team" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Payments" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Add a person" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Grace Hopper");
        await page.GetByLabel("E-mail").FillAsync("not an address");
        await page.GetByLabel("E-mail").PressAsync("Tab");
        await Assertions.Expect(page.GetByText("This is not an e-mail address.")).ToBeVisibleAsync();

        await page.GetByLabel("E-mail").FillAsync("grace@example.com");
        await page.GetByLabel("Publisher").CheckAsync();
        await page.GetByLabel("Payments").CheckAsync();
        await visit.PictureAsync("new");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add and make a link" }).ClickAsync();
        var link = await page.GetByRole(AriaRole.Group, new() { Name = "One-time link" }).InnerTextAsync();

        await portal.VisitAsync("people-grace", async grace =>
        {
            await grace.GoAsync(link);
            await grace.Page.GetByLabel("Password").FillAsync(PortalFixture.Password);
            await grace.Page.GetByRole(AriaRole.Button, new() { Name = "Save and sign in" }).ClickAsync();
            await Assertions.Expect(grace.Page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();

            await visit.GoAsync("/admin/people");
            await page.GetByRole(AriaRole.Link, new() { Name = "Grace Hopper" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Suspend" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Grace Hopper is signed out everywhere");
            await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Suspend" }).ClickAsync();
            await Assertions.Expect(page.GetByText("Suspended", new() { Exact = true })).ToBeVisibleAsync();
            await visit.PictureAsync("suspended");

            await grace.GoAsync("/account");
            await Assertions.Expect(grace.Page.GetByRole(AriaRole.Heading, new() { Name = "Not for you" })).ToBeVisibleAsync();
        });

        Assert.Empty(visit.Complaints);
    });

    [Fact]
    public Task The_menus_open_and_close_by_keyboard() => portal.VisitAsync("keyboard", async visit =>
    {
        var person = await portal.PersonAsync(Role.Admin);
        var page = visit.Page;
        await visit.SignInAsync(person.Email);
        await visit.GoAsync("/admin/people");

        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Menu" })).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Overview" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })).ToBeHiddenAsync();
    }, new ViewportSize { Width = 390, Height = 800 });

    [Fact]
    public Task A_chosen_theme_is_there_before_the_first_paint() => portal.VisitAsync("theme", async visit =>
    {
        var page = visit.Page;
        await visit.GoAsync("/account/access-denied");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Dark" })).ToHaveAttributeAsync("aria-pressed", "true");

        var answer = await page.GotoAsync("/account/access-denied");

        Assert.Contains("data-theme=\"dark\"", await answer!.TextAsync(), StringComparison.Ordinal);
    });
}
