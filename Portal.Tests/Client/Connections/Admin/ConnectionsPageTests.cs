using Bunit;
using Portal.Client.Connections.Admin;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Tests.Client.Connections.Admin;

public sealed class ConnectionsPageTests : ScreenContext
{
    [Fact]
    public void The_sandbox_says_how_to_reach_it()
    {
        var page = Draw(Given.Connection());

        Assert.Contains("export AWS_ENDPOINT_URL=http://127.0.0.1:4566 AWS_REGION=eu-west-1", page.Find("pre").TextContent, StringComparison.Ordinal);
        Assert.False(page.Has("Remove"));
    }

    [Fact]
    public async Task A_new_connection_is_added_as_typed()
    {
        Portal.On<AddConnection, ConnectionView>(Given.Connection("Production", writable: false));
        var dialogs = DrawDialogs();
        var page = Draw();

        var adding = page.FindAll("button").First(button => button.TextContent is "Add a connection").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.NotEmpty(dialogs.FindAll("form")));
        await dialogs.Labelled("Name").ChangeAsync("Production");
        await dialogs.Labelled("Region").ChangeAsync("eu-west-1");
        await dialogs.Find("form").SubmitAsync();
        await adding;

        Assert.Equal(new AddConnection { Name = "Production", Region = "eu-west-1" }, Portal.Last<AddConnection>());
        Assert.Equal(2, Portal.Asked.OfType<ListConnections>().Count());
    }

    [Fact]
    public async Task A_wrong_region_is_said_while_typing()
    {
        var dialogs = DrawDialogs();
        _ = Draw().FindAll("button").First(button => button.TextContent is "Add a connection").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.NotEmpty(dialogs.FindAll("form")));

        await dialogs.Labelled("Region").ChangeAsync("Ireland");

        await dialogs.WaitForAssertionAsync(() => Assert.Equal("A Region is written as AWS writes it: eu-west-1.", dialogs.Find(".field-faults p").TextContent));
    }

    [Fact]
    public async Task A_test_tells_what_may_be_read()
    {
        Portal.On<TestConnection, ConnectionTest>(new ConnectionTest
        {
            AccountId = "123456789012",
            Principal = "arn:aws:iam::123456789012:role/Portal",
            Probes =
            [
                new() { What = "List REST APIs", Outcome = ProbeOutcome.Allowed, Words = null },
                new() { What = "List usage plans", Outcome = ProbeOutcome.Refused, Words = "AccessDeniedException" },
                new() { What = "Create and deploy REST APIs", IsWrite = true, Outcome = ProbeOutcome.NotKnown, Words = "IAM was not asked" },
            ],
        });
        var page = Draw(Given.Connection());

        await page.Named("Test").ClickAsync();

        Assert.Equal(
            "Entered the account 123456789012 as arn:aws:iam::123456789012:role/Portal . What it may read, tried Allowed List REST APIs Refused List usage plans AccessDeniedException What it may write, asked of IAM Not known Create and deploy REST APIs IAM was not asked",
            page.Find(".test").Words());
    }

    [Fact]
    public async Task What_is_said_of_all_that_is_not_known_is_said_once()
    {
        Portal.On<TestConnection, ConnectionTest>(new ConnectionTest
        {
            AccountId = "123456789012",
            Principal = null,
            Probes = [.. new[] { "Create plans", "Change plans", "Delete plans" }.Select(what => new ConnectionProbeView { What = what, IsWrite = true, Outcome = ProbeOutcome.NotKnown, Words = "IAM was not asked" })],
        });
        var page = Draw(Given.Connection());

        await page.Named("Test").ClickAsync();

        Assert.EndsWith("asked of IAM IAM was not asked Not known Create plans Not known Change plans Not known Delete plans", page.Find(".test").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writing_wants_the_name_typed()
    {
        Portal.On<SwitchToWriting, ConnectionView>(Given.Connection("Production"));
        var dialogs = DrawDialogs();
        var page = Draw(Given.Connection("Production", writable: false));

        var switching = page.Named("Switch to writing").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.NotEmpty(dialogs.FindAll("input")));
        await dialogs.Find("input").InputAsync("Production");
        await dialogs.Named("Switch to writing").ClickAsync();
        await switching;

        Assert.Equal(new SwitchToWriting { Id = Given.ConnectionId, TypedName = "Production" }, Portal.Last<SwitchToWriting>());
    }

    [Fact]
    public async Task A_refused_deed_says_why()
    {
        Portal.Refuses<RemoveConnection, Nothing>(Given.Refusal(RefusalKind.Conflict, "urn:portal:connections:in-use", "A stage uses it."));
        var dialogs = DrawDialogs();
        var page = Draw(Given.Connection("Production"));

        var removing = page.Named("Remove").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.Contains("The portal forgets 'Production'.", dialogs.Words(), StringComparison.Ordinal));
        await dialogs.Named("Remove").ClickAsync();
        await removing;

        Assert.Equal("A stage uses it.", page.Find("[role=alert]").Words());
    }

    [Fact]
    public async Task The_least_policy_is_shown_to_be_copied()
    {
        Portal.On<GetLeastPolicy, LeastPolicy>(asked => new LeastPolicy { Document = $"for {asked.Region}, writing: {asked.Writing}", Notes = ["Without keys."] });
        var dialogs = DrawDialogs();
        var page = Draw(Given.Connection());

        await page.FindAll("button").Last(button => button.TextContent is "Least IAM policy").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.Contains("for eu-west-1, writing: True", dialogs.Words(), StringComparison.Ordinal));
        await dialogs.Labelled("For").ChangeAsync("reading");

        Assert.Contains("for eu-west-1, writing: False", dialogs.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_manage_them_only_looks()
    {
        MayOnly(Policies.ReadConnections);

        Assert.Equal(["Least IAM policy"], Draw(Given.Connection()).FindAll("button:not([data-copy]):not([data-copy-near])").Select(button => button.TextContent));
    }

    private IRenderedComponent<ConnectionsPage> Draw(params ConnectionView[] connections)
    {
        Portal.On<ListConnections, Page<ConnectionView>>(Given.Page(connections));

        return Render<ConnectionsPage>();
    }
}
