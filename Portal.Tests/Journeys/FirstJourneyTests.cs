using Microsoft.Playwright;

namespace Portal.Tests.Journeys;

/// <summary>The first hour with the portal: set-up, sign-in, a document, a change set, a call.</summary>
public sealed class FirstJourneyTests(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    private const string Document =
        """
        openapi: 3.1.0
        info:
          title: Museum
          version: 1.0.0
        x-portal-default-integration:
          type: mock
        paths:
          /hours:
            get:
              operationId: getHours
              parameters:
                - name: day
                  in: query
                  schema: { type: [string, "null"] }
              responses:
                "200":
                  description: OK
        """;

    [Fact]
    public Task A_document_becomes_a_called_API() => portal.VisitAsync("first-journey", async visit =>
    {
        var publisher = new Publisher(visit);
        await publisher.SetUpAsync();
        await visit.PictureAsync("home");
        await publisher.SignOutAsync();
        await publisher.SignInAsync();

        await publisher.ImportAsync(await FileAsync());
        await visit.PictureAsync("api");
        await publisher.OpenAsync(new Uri(visit.Page.Url).AbsolutePath);
        await publisher.DeployAsync();
        await visit.PictureAsync("change-set");
        var stage = await publisher.ApproveAsync();
        await visit.PictureAsync("report");

        using var http = new HttpClient();
        using var answer = await http.GetAsync($"{stage}/hours?day=monday", TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Try it" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("200").First).ToBeVisibleAsync();
        await visit.PictureAsync("try-it");

        Assert.Empty(visit.Complaints);
    });

    private async Task<string> FileAsync()
    {
        var file = Path.Combine(portal.Folder, "museum.yaml");
        await File.WriteAllTextAsync(file, Document, TestContext.Current.CancellationToken);

        return file;
    }
}
