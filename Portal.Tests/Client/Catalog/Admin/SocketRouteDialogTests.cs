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
        ApiKeyRequired = false,
        Parameters = [],
        Messages = new MessageModels(),
        Answers = false,
        Replies = new MessageModels(),
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
    public async Task Who_connects_brings_a_key_and_what_else_is_demanded()
    {
        var dialog = await OpenAsync("Edit $connect", Send with { Key = "$connect" });

        Assert.DoesNotContain("What a message must be", dialog.Words(), StringComparison.Ordinal);
        await dialog.Labelled("API key required").ChangeAsync(true);
        await dialog.Named("Add a parameter").ClickAsync();
        await dialog.Labelled("Name of the parameter").ChangeAsync("room");
        await dialog.Find("form").SubmitAsync();

        var change = Assert.IsType<RouteEdit.ChangeSocketRoute>(Assert.Single(Portal.Last<EditRoutes>().Edits));
        Assert.Equal((true, null), (change.ApiKeyRequired, change.Messages));
        Assert.Equal([new ParameterView { Name = "room", In = "query", Type = "string" }], change.Parameters);
    }

    [Fact]
    public async Task Messages_and_answers_have_models_by_their_kind()
    {
        var dialog = await OpenAsync("Edit send", Send with { Answers = true, Messages = new MessageModels { Models = [new MessageModel { Key = "$default", Model = "Message" }] } });

        await dialog.Named("Add a model of messages").ClickAsync();
        await dialog.FindAll("input[aria-label='What the selection finds, of Message']")[1].ChangeAsync("ping");
        await dialog.Labelled("Model of ping").ChangeAsync("Ping");
        await dialog.Labelled("What tells the kind of a message").ChangeAsync("$request.body.kind");
        await dialog.Named("Add a model of answers").ClickAsync();
        await dialog.Find("form").SubmitAsync();

        var change = Assert.IsType<RouteEdit.ChangeSocketRoute>(Assert.Single(Portal.Last<EditRoutes>().Edits));
        Assert.Equal("$request.body.kind", change.Messages!.Selection);
        Assert.Equal([new MessageModel { Key = "$default", Model = "Message" }, new MessageModel { Key = "ping", Model = "Ping" }], change.Messages.Models);
        Assert.Equal([new MessageModel { Key = "$default", Model = "Message" }], change.Replies!.Models);
    }

    [Fact]
    public async Task An_answer_has_its_selection_and_what_becomes_of_its_bytes()
    {
        var dialog = await OpenAsync("Edit send", Send with { Integration = new SocketIntegrationView { Type = SocketIntegrationType.Http, Uri = "https://example.com", Method = "POST", Answers = [new SocketAnswerView { Pattern = "$default" }] } });

        await dialog.Labelled("Template selection expression of $default").ChangeAsync("${integration.response.body.kind}");
        await dialog.Labelled("Bodies of $default").ChangeAsync("CONVERT_TO_TEXT");
        await dialog.Find("form").SubmitAsync();

        var answer = Assert.Single(Assert.IsType<RouteEdit.ChangeSocketRoute>(Assert.Single(Portal.Last<EditRoutes>().Edits)).Integration!.Answers);
        Assert.Equal(("${integration.response.body.kind}", "CONVERT_TO_TEXT"), (answer.TemplateSelection, answer.ContentHandling));
    }

    [Fact]
    public async Task An_answer_has_its_mappings()
    {
        var kept = new Dictionary<string, string> { ["method.response.header.A"] = "'1'" };
        var dialog = await OpenAsync("Edit send", Send with { Integration = new SocketIntegrationView { Type = SocketIntegrationType.Http, Uri = "https://example.com", Method = "POST", Answers = [new SocketAnswerView { Pattern = "$default", Parameters = kept }] } });

        await dialog.Named("Add a mapping of the answer").ClickAsync();
        await dialog.FindAll("input[aria-label='What $default sets']")[1].ChangeAsync("method.response.header.X-Kind");
        await dialog.Labelled("Value of method.response.header.X-Kind").ChangeAsync("integration.response.header.X-Kind");
        await dialog.Find("form").SubmitAsync();

        var answer = Assert.Single(Assert.IsType<RouteEdit.ChangeSocketRoute>(Assert.Single(Portal.Last<EditRoutes>().Edits)).Integration!.Answers);
        Assert.Equal(new Dictionary<string, string>(kept) { ["method.response.header.X-Kind"] = "integration.response.header.X-Kind" }, answer.Parameters);
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
        Portal.On<GetSocketRoutes, SocketRoutesView>(new SocketRoutesView { Revision = 3, Selection = "$request.body.action", Authorizers = ["door"], ApiKeySource = ApiKeySource.Header, Models = ["Message", "Ping"], Routes = routes ?? [route!], Others = [] });
        var dialogs = DrawDialogs();
        var page = Render<SocketRoutes>(parameters => parameters.Add(page => page.Api, Given.Api() with { Protocol = Protocol.WebSocket }).Add(page => page.OnRevised, _ => { }));
        _ = page.Named(button).ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.Equal(title ?? button, dialogs.Find("h2").TextContent));

        return dialogs;
    }
}
