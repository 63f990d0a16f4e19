using Bunit;
using MudBlazor;
using Portal.Client.Catalog.Admin;
using Portal.Shared;
using Portal.Shared.Catalog;
using RouteView = Portal.Shared.Catalog.RouteView;

namespace Portal.Tests.Client.Catalog.Admin;

public sealed class RouteDialogTests : ScreenContext
{
    private RevisedApi? _revised;

    public RouteDialogTests() => Portal.On<GetFindings, FindingsView>(Given.Findings());

    [Fact]
    public async Task What_is_typed_becomes_a_route()
    {
        Portal.On<EditRoutes, RevisedApi>(Given.Revised(4));
        var dialog = await OpenAsync("Add a route");

        await dialog.Labelled("Method").ChangeAsync("POST");
        await dialog.Labelled("Path").ChangeAsync(" /pets ");
        await dialog.Labelled("Status").ChangeAsync("201");
        await dialog.Labelled("API key required").ChangeAsync(true);
        await dialog.Find("form").SubmitAsync();

        var edits = Portal.Last<EditRoutes>();
        var add = Assert.IsType<RouteEdit.AddRoute>(Assert.Single(edits.Edits));
        Assert.Equal((3, "POST", "/pets", true), (edits.BaseRevision, add.Method, add.Path, add.ApiKeyRequired));
        Assert.Equal(new IntegrationView.Mock { Status = 201 }, add.Integration);
        Assert.Equal(4, _revised!.Api.Latest.Number);
    }

    [Fact]
    public async Task Only_what_was_changed_is_said()
    {
        Portal.On<EditRoutes, RevisedApi>(Given.Revised(4));
        var dialog = await OpenAsync("Edit GET /pets");

        await dialog.Labelled("Body").ChangeAsync("[]");
        await dialog.Find("form").SubmitAsync();

        Assert.Equal(
            new RouteEdit.ChangeRoute { Method = "GET", Path = "/pets", Integration = new IntegrationView.Mock { Status = 200, Body = "[]" } },
            Assert.Single(Portal.Last<EditRoutes>().Edits));
    }

    [Fact]
    public async Task An_unknown_integration_is_kept_unless_another_is_chosen()
    {
        Portal.On<EditRoutes, RevisedApi>(Given.Revised(4));
        var dialog = await OpenAsync("Edit GET /pets", Given.Route("GET", "/pets") with { Integration = new IntegrationView.Other { Kind = "aws" } });

        await dialog.Labelled("Summary").ChangeAsync("All pets");
        await dialog.Find("form").SubmitAsync();

        Assert.Equal(new RouteEdit.ChangeRoute { Method = "GET", Path = "/pets", Summary = "All pets" }, Assert.Single(Portal.Last<EditRoutes>().Edits));
    }

    [Fact]
    public async Task Who_comes_second_keeps_what_was_typed()
    {
        Portal
            .Refuses<EditRoutes, RevisedApi>(Given.Refusal(RefusalKind.ChangedMeanwhile, "urn:portal:platform:changed-meanwhile", "Somebody else changed it."))
            .On<GetApi, ApiView>(Given.Api(4));
        var dialog = await OpenAsync("Edit GET /pets");
        await dialog.Labelled("Summary").ChangeAsync("All pets");
        await dialog.Find("form").SubmitAsync();

        Assert.Contains("Revision 4 by Ada Lovelace: Adds GET /pets.", dialog.Words(), StringComparison.Ordinal);
        Assert.Equal("All pets", dialog.Labelled("Summary").GetAttribute("value"));

        Portal.On<EditRoutes, RevisedApi>(Given.Revised(5));
        await dialog.Find("form").SubmitAsync();

        Assert.Equal(4, Portal.Last<EditRoutes>().BaseRevision);
        Assert.Equal(5, _revised!.Api.Latest.Number);
    }

    [Fact]
    public async Task A_refused_edit_says_why()
    {
        Portal.Refuses<EditRoutes, RevisedApi>(Given.Refusal(RefusalKind.Unacceptable, "urn:portal:catalog:edit-refused", "The document cannot be changed so.", "GET /pets is there already."));
        var dialog = await OpenAsync("Add a route");

        await dialog.Find("form").SubmitAsync();

        Assert.Contains("GET /pets is there already.", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preflights_are_said_for_the_whole_path()
    {
        Portal.On<EditRoutes, RevisedApi>(Given.Revised(4));
        var dialog = await OpenAsync("Edit GET /pets");

        await dialog.Labelled("Answer CORS preflights of this path").ChangeAsync(true);
        await dialog.Labelled("Origins").ChangeAsync("https://pets.example");
        await dialog.Find("form").SubmitAsync();

        var change = Assert.IsType<RouteEdit.ChangeRoute>(Assert.Single(Portal.Last<EditRoutes>().Edits));
        Assert.Equal((true, "https://pets.example"), (change.Cors!.Enabled, change.Cors.AllowOrigins[0]));
    }

    [Fact]
    public async Task A_parameter_is_added()
    {
        Portal.On<EditRoutes, RevisedApi>(Given.Revised(4));
        var dialog = await OpenAsync("Edit GET /pets");

        await dialog.Named("Add a parameter").ClickAsync();
        await dialog.Labelled("Name of the parameter").ChangeAsync("limit");
        await dialog.Find("form").SubmitAsync();

        var change = Assert.IsType<RouteEdit.ChangeRoute>(Assert.Single(Portal.Last<EditRoutes>().Edits));
        Assert.Equal(new ParameterView { Name = "limit", In = "query", Type = "string" }, Assert.Single(change.Parameters!));
    }

    [Fact]
    public async Task More_about_the_integration_is_said_where_it_was_changed()
    {
        Portal.On<EditRoutes, RevisedApi>(Given.Revised(4));
        var route = Given.Route("GET", "/pets") with
        {
            Integration = new IntegrationView.HttpProxy { Method = "GET", Url = "https://example.com" },
            Options = new IntegrationOptionsView { VpcLink = null, TimeoutMillis = 5000, Passthrough = "when_no_match", ContentHandling = null, RequestParameters = new Dictionary<string, string> { ["integration.request.header.A"] = "'1'" }, RequestTemplates = new Dictionary<string, string>() },
        };
        var dialog = await OpenAsync("Edit GET /pets", route);

        Assert.Equal("5000", dialog.Labelled("Time-out in milliseconds").GetAttribute("value"));
        await dialog.Labelled("VPC link").ChangeAsync("${stageVariables.link}");
        await dialog.Labelled("Trust any certificate of the backend").ChangeAsync(true);
        await dialog.Labelled("Time-out in milliseconds").ChangeAsync("");
        await dialog.Find("form").SubmitAsync();

        Assert.Equal(new RouteEdit.SetIntegrationOptions { Method = "GET", Path = "/pets", VpcLink = "${stageVariables.link}", TimeoutMillis = 0, SkipsVerification = true }, Portal.Last<EditRoutes>().Edits[1]);
    }

    [Fact]
    public async Task What_becomes_of_the_backends_answers_is_said_by_pattern()
    {
        Portal.On<EditRoutes, RevisedApi>(Given.Revised(4));
        var route = Given.Route("GET", "/pets") with
        {
            Integration = new IntegrationView.Http { Method = "GET", Url = "https://example.com" },
            Options = new IntegrationOptionsView { VpcLink = null, TimeoutMillis = null, Passthrough = null, ContentHandling = null, RequestParameters = new Dictionary<string, string>(), RequestTemplates = new Dictionary<string, string>(), Answers = [new IntegrationAnswerView { Pattern = "default", Status = "200" }] },
        };
        var dialog = await OpenAsync("Edit GET /pets", route);

        await dialog.Named("Add an answer").ClickAsync();
        await dialog.FindAll("input[aria-label=\"The backend's status\"]")[1].ChangeAsync("5..");
        await dialog.FindAll("input[maxlength='3']")[1].ChangeAsync("502");
        await dialog.FindAll("button").Last(button => button.TextContent is "Add a header").ClickAsync();
        await dialog.FindAll("input[aria-label='Header']")[0].ChangeAsync("X-Why");
        await dialog.FindAll("input[aria-label='Value of X-Why']")[0].ChangeAsync("'down'");
        await dialog.Find("form").SubmitAsync();

        var answers = Assert.IsType<RouteEdit.SetIntegrationOptions>(Portal.Last<EditRoutes>().Edits[1]).Answers!;
        Assert.Equal([("default", "200"), ("5..", "502")], answers.Select(answer => (answer.Pattern, answer.Status)));
        Assert.Equal("'down'", answers[1].Headers["X-Why"]);
    }

    [Fact]
    public async Task An_HTTP_API_is_offered_what_it_has()
    {
        Portal.On<EditRoutes, RevisedApi>(Given.Revised(4));
        var dialog = await OpenAsync("Add a route", protocol: Protocol.Http);

        Assert.Equal(["The API's default", "HTTP proxy", "Lambda function"], dialog.Labelled("Integration").Children.Select(option => option.TextContent));
        Assert.DoesNotContain("API key required", dialog.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_call_is_said_after_the_rest()
    {
        Portal.On<EditRoutes, RevisedApi>(Given.Revised(4));
        var dialog = await OpenAsync("Edit GET /pets");

        await dialog.Labelled("Who may call").ChangeAsync("iam");
        await dialog.Find("form").SubmitAsync();

        var edits = Portal.Last<EditRoutes>().Edits;
        Assert.Equal(new RouteEdit.ChangeRoute { Method = "GET", Path = "/pets" }, edits[0]);
        var guard = Assert.IsType<RouteEdit.SetGuard>(edits[1]);
        Assert.Equal(["GET /pets"], guard.Operations);
        Assert.Equal(new Guard.Iam(), guard.Guard);
    }

    private async Task<IRenderedComponent<MudDialogProvider>> OpenAsync(string button, RouteView? route = null, Protocol protocol = Protocol.Rest)
    {
        Portal.On<GetRoutes, RoutesView>(Given.Routes(route ?? Given.Route("GET", "/pets")));
        var dialogs = DrawDialogs();
        var routes = Render<ApiRoutes>(parameters => parameters.Add(page => page.Api, Given.Api() with { Protocol = protocol }).Add(page => page.OnRevised, revised => _revised = revised));
        _ = routes.Named(button).ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.Equal(button, dialogs.Find("h2").TextContent));

        return dialogs;
    }
}
