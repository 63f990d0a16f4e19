using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using Portal.Tests.Sync;

namespace Portal.Tests.Journeys;

/// <summary>An account that others made is taken over: three clicks from the connection's page, and nothing of it changes.</summary>
public sealed class ImportAccountJourneyTests(ImportAccountJourneyTests.Importing portal) : IClassFixture<ImportAccountJourneyTests.Importing>
{
    [Fact]
    public Task An_account_is_adopted_in_three_clicks() => portal.VisitAsync("import-account", async visit =>
    {
        var publisher = new Publisher(visit);
        await publisher.SetUpAsync();
        await using var account = await ForeignAccount.OfAsync(portal);
        var pets = await account.MakeApiAsync("Pets by hand", RoundTripTests.TextOf("validators-and-models"));
        await account.MakeApiAsync("Orders by hand", RoundTripTests.TextOf("gateway-responses"));
        var plan = await account.MakePlanAsync("gold", pets);
        var before = await account.SaidAsync(pets, plan);
        await publisher.OpenAsync($"/connections/{account.Connection}");
        await visit.PictureAsync("connection");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Import", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("Orders by hand")).ToBeVisibleAsync();
        await visit.PictureAsync("import");
        await visit.Page.SetViewportSizeAsync(390, 844);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visit.PictureAsync("import-narrow");
        await visit.Page.SetViewportSizeAsync(1280, 900);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await Button(visit, "Import and adopt").ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Adopt 5 things");
        await visit.PictureAsync("adoption");
        await Button(visit, "Approve and apply").ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("Done", new() { Exact = true }).First).ToBeVisibleAsync();

        Assert.Equal(before, await account.SaidAsync(pets, plan));
        await publisher.OpenAsync($"/connections/{account.Connection}/import");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Main).GetByText("In the portal", new() { Exact = true })).ToHaveCountAsync(5);
        await visit.PictureAsync("imported");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Pets by hand" }).ClickAsync();
        await Button(visit, "Deploy").First.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Preview changes" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("nothing to do", new() { Exact = false }).First).ToBeVisibleAsync();
        await visit.PictureAsync("no-change");
        Assert.Empty(visit.Complaints);
    });

    private static ILocator Button(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public sealed class Importing : BrowserFixture
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            ImportingPortal.Export(builder);
        }
    }
}
