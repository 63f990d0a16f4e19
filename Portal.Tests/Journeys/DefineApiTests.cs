namespace Portal.Tests.Journeys;

/// <summary>From an empty catalog to an API that answers, without a document.</summary>
public sealed class DefineApiTests(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    [Fact]
    public Task Three_routes_are_typed_in_and_answer() => portal.VisitAsync("define-api", async visit =>
    {
        var publisher = new Publisher(visit);
        await publisher.SetUpAsync();
        await publisher.DefineAsync("Pet shop");
        await publisher.AddMockAsync("GET", "/pets", """[{"name":"Rex"}]""");
        await publisher.AddMockAsync("GET", "/pets/{petId}", """{"name":"Rex"}""");
        await publisher.AddMockAsync("POST", "/orders", """{"id":1}""");
        await visit.PictureAsync("routes");

        await publisher.OpenAsync(new Uri(visit.Page.Url).AbsolutePath);
        await publisher.DeployAsync();
        await visit.PictureAsync("change-set");
        var stage = await publisher.ApproveAsync();
        await visit.PictureAsync("report");

        using var http = new HttpClient();
        Assert.Equal("""[{"name":"Rex"}]""", await CallAsync(http, HttpMethod.Get, $"{stage}/pets"));
        Assert.Equal("""{"name":"Rex"}""", await CallAsync(http, HttpMethod.Get, $"{stage}/pets/7"));
        Assert.Equal("""{"id":1}""", await CallAsync(http, HttpMethod.Post, $"{stage}/orders"));

        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "To the API" }).First.ClickAsync();
        await publisher.EditMockAsync("GET", "/pets/{petId}", """{"name":"Bello"}""");
        await publisher.DeployAsync();
        var changes = await publisher.ChangesAsync();
        await visit.PictureAsync("one-route");

        Assert.Contains("GET /pets/{petId}", changes, StringComparison.Ordinal);
        Assert.DoesNotContain("POST /orders", changes, StringComparison.Ordinal);

        stage = await publisher.ApproveAsync();
        Assert.Equal("""{"name":"Bello"}""", await CallAsync(http, HttpMethod.Get, $"{stage}/pets/7"));
        Assert.Empty(visit.Complaints);
    });

    private static async Task<string> CallAsync(HttpClient http, HttpMethod method, string address)
    {
        using var answer = await http.SendAsync(new HttpRequestMessage(method, address), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{address} answered {(int)answer.StatusCode}");

        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
