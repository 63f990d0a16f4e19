using Bunit;
using MudBlazor;
using Portal.Client.Catalog.Admin;
using Portal.Shared.Catalog;

namespace Portal.Tests.Client.Catalog.Admin;

public sealed class SocketRouteDialogTests : ScreenContext
{
    private const string Function = "arn:aws:lambda:eu-central-1:123456789012:function:chat";

    private static readonly SocketRouteView Send = new()
    {
        Key = "send",
        OperationId = null,
        Guard = new Guard.Open(),
        Answers = false,
        Integration = new SocketIntegrationView { Type = SocketIntegrationType.Lambda, Uri = Function, Method = "POST" },
        OtherIntegration = null,
        IsLeftOut = false,
        Line = 1,
    };

    public SocketRouteDialogTests() => Portal.On<GetFindings, FindingsView>(Given.Findings()).On<EditRoutes, RevisedApi>(Given.Revised(4));

    [Fact]
    public async Task The_first_route_opens_connections_and_is_guarded()
    {
        var dialog = await OpenAsync("Add a route", routes: []);

        Assert.Equal("$connect", dialog.Labelled("Route").GetAttribute("value"));
        await dialog.Labelled("ARN of the function").ChangeAsync(Function);
        await dialog.Labelled("Who may call").ChangeAsync("by door");
        Assert.DoesNotContain("Scopes", dialog.Words(), StringComparison.Ordinal);
        await dialog.Find("form").SubmitAsync();

        var edits = Portal.Last<EditRoutes>().Edits;
        var add = Assert.IsType<RouteEdit.AddSocketRoute>(edits[0]);
        Assert.Equal(("$connect", SocketIntegrationType.Lambda, Function), (add.Key, add.Integration.Type, add.Integration.Uri));
        Assert.Equivalent(new RouteEdit.SetGuard { Operations = ["ANY /$connect"], Guard = new Guard.By { Authorizer = "door" } }, edits[1]);
    }

    [Fact]
    public async Task Only_what_was_changed_is_said()
    {
        var dialog = await OpenAsync("Edit send", Send);

        await dialog.Labelled("Route").ChangeAsync("say");
        await dialog.Labelled("Send the answer back").ChangeAsync(true);
        await dialog.Find("form").SubmitAsync();

        Assert.Equal(new RouteEdit.ChangeSocketRoute { Key = "send", NewKey = "say", Answers = true }, Assert.Single(Portal.Last<EditRoutes>().Edits));
    }

    [Fact]
    public async Task An_integration_is_changed_whole()
    {
        var dialog = await OpenAsync("Edit send", Send);

        await dialog.Labelled("Integration").ChangeAsync(SocketIntegrationType.Http.ToString());
        await dialog.Labelled("Backend URL").ChangeAsync("https://example.com");
        await dialog.Labelled("VPC link").ChangeAsync("abc123");
        await dialog.Named("Add an answer").ClickAsync();
        await dialog.Find("form").SubmitAsync();

        var integration = Assert.IsType<RouteEdit.ChangeSocketRoute>(Assert.Single(Portal.Last<EditRoutes>().Edits)).Integration!;
        Assert.Equal((SocketIntegrationType.Http, "https://example.com", "abc123", "POST"), (integration.Type, integration.Uri, integration.VpcLink, integration.Method));
        Assert.Equal("$default", Assert.Single(integration.Answers).Pattern);
    }

    [Fact]
    public async Task An_integration_that_is_not_known_stays()
    {
        var dialog = await OpenAsync("Edit send", Send with { Integration = null, OtherIntegration = "other" });

        await dialog.Labelled("Operation id").ChangeAsync("send");
        await dialog.Find("form").SubmitAsync();

        Assert.Equal(new RouteEdit.ChangeSocketRoute { Key = "send", OperationId = "send" }, Assert.Single(Portal.Last<EditRoutes>().Edits));
    }

    [Fact]
    public async Task What_names_a_route_is_said()
    {
        var dialog = await OpenAsync("Change what names it", Send, title: "What names a message's route");

        await dialog.Labelled("Route selection expression").ChangeAsync("$request.body.kind");
        await dialog.Find("form").SubmitAsync();

        Assert.Equal(new RouteEdit.SetRouteSelection { Expression = "$request.body.kind" }, Assert.Single(Portal.Last<EditRoutes>().Edits));
    }

    private async Task<IRenderedComponent<MudDialogProvider>> OpenAsync(string button, SocketRouteView? route = null, SocketRouteView[]? routes = null, string? title = null)
    {
        Portal.On<GetSocketRoutes, SocketRoutesView>(new SocketRoutesView { Revision = 3, Selection = "$request.body.action", Authorizers = ["door"], Routes = routes ?? [route!], Others = [] });
        var dialogs = DrawDialogs();
        var page = Render<SocketRoutes>(parameters => parameters.Add(page => page.Api, Given.Api() with { Protocol = Protocol.WebSocket }).Add(page => page.OnRevised, _ => { }));
        _ = page.Named(button).ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.Equal(title ?? button, dialogs.Find("h2").TextContent));

        return dialogs;
    }
}
