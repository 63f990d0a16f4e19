using Bunit;
using Portal.Client.Catalog.Admin;
using Portal.Shared.Catalog;

namespace Portal.Tests.Client.Catalog.Admin;

public sealed class ApiResponsesTests : ScreenContext
{
    private static readonly GatewayResponseView Throttled = new()
    {
        Type = "THROTTLED",
        IsChanged = true,
        Status = null,
        Headers = new Dictionary<string, string> { ["Retry-After"] = "'60'" },
        Templates = new Dictionary<string, string>(),
        OwnStatus = "429",
        OwnBody = """{"message":"Too Many Requests"}""",
        Line = 4,
    };

    public ApiResponsesTests() => Portal
        .On<GetGatewayResponses, GatewayResponsesView>(new GatewayResponsesView { Revision = 3, Responses = [Throttled] })
        .On<EditRoutes, RevisedApi>(Given.Revised(4));

    [Fact]
    public void What_is_answered_stands_beside_its_type() =>
        Assert.Equal("""THROTTLED Changed 429 {"message":"Too Many Requests"} Edit Reset""", Draw().Find("tbody tr").Words());

    [Fact]
    public async Task An_answer_is_changed_beside_API_Gateways_own()
    {
        var dialogs = DrawDialogs();
        _ = Draw().Named("Edit THROTTLED").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.Equal("THROTTLED", dialogs.Find("h2").TextContent));

        Assert.Contains("""{"message":"Too Many Requests"}""", dialogs.Find("pre").TextContent, StringComparison.Ordinal);
        await dialogs.Named("Add an answer").ClickAsync();
        await dialogs.Labelled("Answer of application/json").ChangeAsync("""{"slow":"down"}""");
        await dialogs.Labelled("Status").ChangeAsync("503");
        await dialogs.Find("form").SubmitAsync();

        var set = Assert.IsType<RouteEdit.SetGatewayResponse>(Assert.Single(Portal.Last<EditRoutes>().Edits));
        Assert.Equal(("THROTTLED", "503"), (set.Type, set.Status));
        Assert.Equal(Throttled.Headers, set.Headers);
        Assert.Equal("""{"slow":"down"}""", set.Templates["application/json"]);
    }

    [Fact]
    public async Task What_is_changed_for_the_first_time_begins_with_the_headers_of_its_default()
    {
        var own = Throttled with { IsChanged = false, Headers = new Dictionary<string, string>() };
        Portal.On<GetGatewayResponses, GatewayResponsesView>(new GatewayResponsesView { Revision = 3, Responses = [Throttled with { Type = "DEFAULT_4XX", OwnStatus = null }, own] });
        var dialogs = DrawDialogs();
        _ = Draw().Named("Edit THROTTLED").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.Equal("THROTTLED", dialogs.Find("h2").TextContent));

        await dialogs.Find("form").SubmitAsync();

        Assert.Equal(Throttled.Headers, Assert.IsType<RouteEdit.SetGatewayResponse>(Assert.Single(Portal.Last<EditRoutes>().Edits)).Headers);
    }

    private IRenderedComponent<ApiResponses> Draw() => Render<ApiResponses>(parameters => parameters.Add(page => page.Api, Given.Api()).Add(page => page.OnRevised, _ => { }));
}
