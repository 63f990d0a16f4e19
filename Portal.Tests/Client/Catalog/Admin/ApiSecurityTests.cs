using Bunit;
using Portal.Client.Catalog.Admin;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Tests.Client.Catalog.Admin;

public sealed class ApiSecurityTests : ScreenContext
{
    private static readonly SchemeView Scheme = new()
    {
        Name = "pets",
        Kind = SchemeKind.Authorizer,
        Type = "apiKey",
        Authorizer = new Authorizer.Token { Function = "arn:aws:lambda:eu-central-1:123456789012:function:authorize" },
        Routes = ["GET /pets"],
        IsDefault = false,
        Line = 3,
    };

    private RevisedApi? _revised;

    public ApiSecurityTests() => Portal
        .On<GetRoutes, RoutesView>(Given.Routes(Given.Route("GET", "/pets") with { Guard = new Guard.By { Authorizer = "pets" }, FollowsDefault = false }, Given.Route("PUT", "/pets"), Given.Route("DELETE", "/pets") with { ApiKeyRequired = true, FollowsDefault = false }, Given.Route("OPTIONS", "/pets") with { IsPreflight = true }))
        .On<GetSecurity, GuardsView>(View(Scheme));

    [Fact]
    public void Without_authorizers_it_is_said_what_they_are_for()
    {
        Portal.On<GetSecurity, GuardsView>(View());

        Assert.Contains("No authorizers yet", Draw().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_call_stands_beside_each_route()
    {
        var rows = Draw().FindAll("tbody tr").Select(row => row.Words()).ToList();

        Assert.Equal("pets Lambda, by a token arn:aws:lambda:eu-central-1:123456789012:function:authorize Authorization 1 Edit Remove", rows[0]);
        Assert.Equal("GET /pets pets", rows[1]);
        Assert.Equal("PUT /pets Everybody by default", rows[2]);
        Assert.Equal("DELETE /pets Whoever has an API key", rows[3]);
    }

    [Fact]
    public void A_reader_changes_nothing()
    {
        MayOnly(Policies.SignedIn, Policies.ReadCatalog);

        var page = Draw();

        Assert.False(page.Has("Add an authorizer"));
        Assert.False(page.Has("Edit pets"));
    }

    [Fact]
    public async Task What_is_typed_becomes_an_authorizer()
    {
        Portal.On<EditRoutes, RevisedApi>(Given.Revised(4));
        var dialog = await OpenAsync("Add an authorizer", "Add an authorizer");

        await dialog.Labelled("Name").ChangeAsync(" pool ");
        await dialog.Labelled("Cognito").ChangeAsync("on");
        await dialog.Labelled("ARNs of the user pools").ChangeAsync("arn:aws:cognito-idp:eu-central-1:123456789012:userpool/a\narn:aws:cognito-idp:eu-central-1:123456789012:userpool/b\n");
        await dialog.Find("form").SubmitAsync();

        var add = Assert.IsType<RouteEdit.AddAuthorizer>(Assert.Single(Portal.Last<EditRoutes>().Edits));
        Assert.Equal("pool", add.Name);
        Assert.Equal(["arn:aws:cognito-idp:eu-central-1:123456789012:userpool/a", "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/b"], Assert.IsType<Authorizer.Cognito>(add.Authorizer).UserPools);
        Assert.Equal(4, _revised!.Api.Latest.Number);
    }

    [Fact]
    public async Task A_fault_stands_beside_its_field()
    {
        Portal.Refuses<EditRoutes, RevisedApi>(Given.Refusal(RefusalKind.Malformed, "urn:portal:platform:malformed", "Look again.") with { Faults = new Dictionary<string, IReadOnlyList<string>> { ["Edits[0].Authorizer.Function"] = ["A function is named by its ARN."] } });
        var dialog = await OpenAsync("Edit pets", "Edit pets");

        await dialog.Labelled("Seconds to remember").ChangeAsync("60");
        await dialog.Find("form").SubmitAsync();

        Assert.Equal("true", dialog.Labelled("ARN of the function").GetAttribute("aria-invalid"));
        Assert.Contains("A function is named by its ARN.", dialog.Find("#field-Function-faults, [id$=Function-faults]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chosen_routes_are_guarded_together()
    {
        Portal.On<EditRoutes, RevisedApi>(Given.Revised(4));
        var dialog = await OpenAsync("Guard routes", "Who may call routes");

        Assert.DoesNotContain("OPTIONS", dialog.Words(), StringComparison.Ordinal);
        await dialog.Named("Choose all").ClickAsync();
        await dialog.Find("form").SubmitAsync();

        var set = Assert.IsType<RouteEdit.SetGuard>(Assert.Single(Portal.Last<EditRoutes>().Edits));
        Assert.Equal(["GET /pets", "PUT /pets", "DELETE /pets"], set.Operations);
        Assert.Equal("pets", Assert.IsType<Guard.By>(set.Guard).Authorizer);
    }

    [Fact]
    public async Task The_default_is_chosen_for_all()
    {
        Portal.On<EditRoutes, RevisedApi>(Given.Revised(4));
        var dialog = await OpenAsync("Change the default", "What every route demands");

        await dialog.Labelled("Who may call").ChangeAsync("iam");
        await dialog.Labelled("API key required").ChangeAsync(true);
        await dialog.Find("form").SubmitAsync();

        Assert.Equal(new RouteEdit.SetDefaultGuard { Guard = new Guard.Iam(), ApiKeyRequired = true }, Assert.Single(Portal.Last<EditRoutes>().Edits));
    }

    [Fact]
    public async Task Who_connects_brings_a_key_that_the_authorizer_says()
    {
        Portal.On<EditRoutes, RevisedApi>(Given.Revised(4)).On<GetRoutes, RoutesView>(Given.Routes(Given.Route("ANY", "/$connect") with { FollowsDefault = false }));
        var api = Given.Api() with { Protocol = Protocol.WebSocket };
        Assert.Equal("$connect Everybody", Draw(api).FindAll("tbody tr")[1].Words());
        var dialog = await OpenAsync("Guard connections", "Who may open a connection", api);

        await dialog.Labelled("API key required").ChangeAsync(true);
        await dialog.Labelled("Where the key is").ChangeAsync(ApiKeySource.Authorizer.ToString());
        await dialog.Find("form").SubmitAsync();

        var edits = Portal.Last<EditRoutes>().Edits;
        Assert.IsType<RouteEdit.SetGuard>(edits[0]);
        Assert.Equal([new RouteEdit.ChangeSocketRoute { Key = "$connect", ApiKeyRequired = true }, new RouteEdit.SetApiKeySource { Source = ApiKeySource.Authorizer }], edits.Skip(1));
    }

    [Fact]
    public async Task A_policy_is_written_from_its_purpose()
    {
        Portal.On<EditRoutes, RevisedApi>(Given.Revised(4));
        var dialog = await OpenAsync("Add a policy", "Resource policy");

        await dialog.Labelled("Addresses and ranges").ChangeAsync("here");
        await dialog.Named("Write the policy").ClickAsync();
        Assert.Contains("'here' is no address", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        await dialog.Labelled("Addresses and ranges").ChangeAsync("203.0.113.0/24\n198.51.100.7");
        await dialog.Named("Write the policy").ClickAsync();
        await dialog.Find("form").SubmitAsync();

        var policy = Assert.IsType<RouteEdit.SetPolicy>(Assert.Single(Portal.Last<EditRoutes>().Edits)).Policy!;
        Assert.Equal(PolicyTemplate.Of(PolicyPurpose.AllowRanges, ["203.0.113.0/24", "198.51.100.7"]), policy);
    }

    private static GuardsView View(params SchemeView[] schemes) => new() { Revision = 3, Default = new Guard.Open(), DefaultApiKey = false, ApiKeySource = ApiKeySource.Header, Policy = null, Schemes = schemes };

    private IRenderedComponent<ApiSecurity> Draw(ApiView? api = null) => Render<ApiSecurity>(parameters => parameters.Add(page => page.Api, api ?? Given.Api()).Add(page => page.OnRevised, revised => _revised = revised));

    private async Task<IRenderedComponent<MudBlazor.MudDialogProvider>> OpenAsync(string button, string title, ApiView? api = null)
    {
        var dialogs = DrawDialogs();
        _ = Draw(api).Named(button).ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.Equal(title, dialogs.Find("h2").TextContent));

        return dialogs;
    }
}
