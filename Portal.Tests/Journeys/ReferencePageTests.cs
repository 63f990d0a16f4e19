using Microsoft.Playwright;

namespace Portal.Tests.Journeys;

/// <summary>The page of the HTTP API, which is not ours, within our content security policy.</summary>
public sealed class ReferencePageTests(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    [Fact]
    public Task The_HTTP_API_can_be_read_in_a_browser() => portal.VisitAsync("reference", async visit =>
    {
        var outside = new List<string>();
        visit.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(portal.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                outside.Add(request.Url);
            }
        };

        await visit.Page.GotoAsync("/docs/api");
        await Assertions.Expect(visit.Page.GetByText("/api/v1/tokens").First).ToBeVisibleAsync();
        await visit.PictureAsync("page");

        Assert.Empty(outside);
        Assert.Empty(visit.Complaints);
    });
}
