using System.Text;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Portal.Client.Catalog.Admin;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Identity;

namespace Portal.Tests.Client.Catalog.Admin;

public sealed class ImportPageTests : ScreenContext
{
    public ImportPageTests() => Portal.On<ListTeams, Page<TeamView>>(Given.Page(Given.Team));

    [Fact]
    public async Task A_file_becomes_an_api_with_one_click()
    {
        Portal.On<ImportApi, RevisedApi>(Given.Revised(1));
        var page = Upload("openapi: 3.0.0");

        await page.Find("form").SubmitAsync();

        var asked = Portal.Last<ImportApi>();
        Assert.Equal(("openapi: 3.0.0", "petstore.yaml", Given.Team.Id), (Encoding.UTF8.GetString(asked.Document.File!.Value.Span), asked.Document.FileName, asked.TeamId));
        Assert.Equal($"apis/{Given.ApiId}", Place);
    }

    [Fact]
    public async Task What_cannot_be_read_is_shown_with_its_line()
    {
        var refusal = Given.Refusal(RefusalKind.Unacceptable, "urn:portal:catalog:unreadable", "The document cannot be read.", "Line 2, column 3: a colon is missing.") with
        {
            Faults = new Dictionary<string, IReadOnlyList<string>> { ["line"] = ["2"], ["column"] = ["3"] },
        };
        Portal.Refuses<ImportApi, RevisedApi>(refusal);
        var page = Upload("openapi: 3.0.0\n  oops\n");

        await page.Find("form").SubmitAsync();

        var said = page.Find("[role=alert]").Words();
        Assert.Contains("Line 2, column 3: a colon is missing.", said, StringComparison.Ordinal);
        Assert.EndsWith("2 oops", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_name_asks_for_another()
    {
        Portal.Refuses<ImportApi, RevisedApi>(Given.Refusal(RefusalKind.Conflict, "urn:portal:catalog:name-taken", "The team has an API with this name."));
        var page = Upload("openapi: 3.0.0");
        await page.Find("form").SubmitAsync();

        Portal.On<ImportApi, RevisedApi>(Given.Revised(1));
        await page.Labelled("Name in the catalog").ChangeAsync("Pets");
        await page.Find("form").SubmitAsync();

        Assert.Equal("Pets", Portal.Last<ImportApi>().Name);
    }

    [Fact]
    public async Task An_address_is_sent_as_such()
    {
        Portal.On<ImportApi, RevisedApi>(Given.Revised(1));
        GoTo("apis/import?tab=url");
        var page = Render<ImportPage>();

        await page.Labelled("Address of the OpenAPI document").InputAsync("https://example.com/openapi.yaml");
        await page.Find("form").SubmitAsync();

        Assert.Equal("https://example.com/openapi.yaml", Portal.Last<ImportApi>().Document.Url);
    }

    [Fact]
    public async Task Nothing_chosen_is_nothing_sent()
    {
        var page = Render<ImportPage>();

        await page.Find("form").SubmitAsync();

        Assert.Equal("Choose a file first.", page.Find("[role=alert]").Words());
        Assert.Empty(Portal.Asked.OfType<ImportApi>());
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_even_read()
    {
        var page = Render<ImportPage>();

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(new byte[7_000_000], "big.json"));

        Assert.Contains("big.json has 7.0 MB; a document has at most 6 MB.", page.Words(), StringComparison.Ordinal);
    }

    private IRenderedComponent<ImportPage> Upload(string text)
    {
        var page = Render<ImportPage>();
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, "petstore.yaml"));
        page.WaitForAssertion(() => Assert.Contains("petstore.yaml", page.Words(), StringComparison.Ordinal));

        return page;
    }
}
