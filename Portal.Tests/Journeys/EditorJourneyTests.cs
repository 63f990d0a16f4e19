using System.Net;
using System.Text;

namespace Portal.Tests.Journeys;

/// <summary>An API is guarded, checked and opened to browsers without a line of its document being written by hand, and its stage does what was said.</summary>
public sealed class EditorJourneyTests(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    private const string Shop = "https://shop.example";
    private const string Office = "https://office.example";

    [Fact]
    public Task What_is_said_in_the_browser_is_what_a_stage_does() => portal.VisitAsync("editor", async visit =>
    {
        var publisher = new Publisher(visit);
        await publisher.SetUpAsync();
        await publisher.DefineAsync("Pet shop");
        var api = new Uri(visit.Page.Url).AbsolutePath;
        await publisher.AddMockAsync("GET", "/pets", """[{"name":"Rex"}]""");
        await publisher.AddMockAsync("GET", "/staff", "[]");
        await publisher.AddMockAsync("POST", "/orders", """{"id":1}""");

        var editor = new Editor(visit, api);
        await editor.AddUserPoolAsync("staff", "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_Ab12Cd34E");
        await editor.GuardAsync("GET /staff", "staff");
        await editor.AllowOnlyAsync("203.0.113.0/24");
        await editor.UndoAsync();
        await editor.AddModelAsync("Order", "{\n  \"type\": \"object\"\n  \"required\": []\n}", "Line 3, column 3", """{"type": "object", "required": ["pet"]}""");
        await editor.CheckByDefaultAsync("everything");
        await editor.TakesAsync("POST /orders");
        await editor.AnswerAsync("BAD_REQUEST_BODY", """{"wrong": $context.error.validationErrorString}""");
        await editor.AllowBrowsersAsync(Shop, Office);

        await publisher.OpenAsync(api);
        await publisher.DeployAsync();
        var stage = await publisher.ApproveAsync();

        using var http = new HttpClient();
        using var preflight = await CallAsync(http, HttpMethod.Options, $"{stage}/pets", null);
        using var pets = await CallAsync(http, HttpMethod.Get, $"{stage}/pets", null);
        using var staff = await CallAsync(http, HttpMethod.Get, $"{stage}/staff", null);
        using var wrong = await CallAsync(http, HttpMethod.Post, $"{stage}/orders", "{}");
        using var right = await CallAsync(http, HttpMethod.Post, $"{stage}/orders", """{"pet":"Rex"}""");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.OK, HttpStatusCode.Unauthorized), (preflight.StatusCode, pets.StatusCode, staff.StatusCode));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (wrong.StatusCode, right.StatusCode));
        Assert.StartsWith("{\"wrong\": ", await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.All([preflight, pets], answer => Assert.Equal(Shop, Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin"))));
        Assert.All([staff, wrong], answer => Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin"))));

        using var office = await CallAsync(http, HttpMethod.Options, $"{stage}/pets", null, Office);
        using var foreign = await CallAsync(http, HttpMethod.Options, $"{stage}/pets", null, "https://evil.example");
        Assert.Equal(Office, Assert.Single(office.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(foreign.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Empty(visit.Complaints);
    });

    private static Task<HttpResponseMessage> CallAsync(HttpClient http, HttpMethod method, string address, string? body, string origin = Shop)
    {
        var call = new HttpRequestMessage(method, address) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        call.Headers.Add("Origin", origin);

        return http.SendAsync(call, TestContext.Current.CancellationToken);
    }
}
