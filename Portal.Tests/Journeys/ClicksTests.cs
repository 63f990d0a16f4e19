using System.Text;
using Microsoft.Playwright;
using Portal.Shared;

namespace Portal.Tests.Journeys;

/// <summary>What people come for is not far: the clicks that it takes, beside those of promoting, rolling back and getting a key, which are counted in their journeys.</summary>
public sealed class ClicksTests(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    [Fact]
    public Task A_document_is_a_change_set_in_three_clicks() => portal.VisitAsync("clicks-import", async visit =>
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var (page, clicks) = (visit.Page, 0);
        await visit.SignInAsync(publisher.Email);
        await visit.GoAsync("/apis");

        await ClickAsync(page.GetByRole(AriaRole.Link, new() { Name = "Import a document" }).First);
        await page.GetByLabel("OpenAPI document").SetInputFilesAsync(new FilePayload { Name = "pets.yaml", MimeType = "application/yaml", Buffer = Encoding.UTF8.GetBytes(Catalog.Given.Pets) });
        await Assertions.Expect(page.GetByText("pets.yaml")).ToBeVisibleAsync();
        await ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }));
        await ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Preview changes" }));

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true })).ToBeVisibleAsync();
        Assert.Equal(3, clicks);

        Task ClickAsync(ILocator what)
        {
            clicks++;

            return what.ClickAsync();
        }
    });

    [Fact]
    public Task An_auditor_proves_the_record_in_one_click() => portal.VisitAsync("clicks-verify", async visit =>
    {
        var auditor = await portal.PersonAsync(Role.Auditor);
        await Catalog.Given.ApiAsync(await portal.PersonAsync(Role.Publisher));
        await visit.SignInAsync(auditor.Email);
        await visit.GoAsync("/audit");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Verify", Exact = true }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByText(new System.Text.RegularExpressions.Regex("The trail is whole|There is nothing to prove yet"))).ToBeVisibleAsync();
    });
}
