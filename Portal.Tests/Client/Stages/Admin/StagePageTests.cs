using Bunit;
using Portal.Client.Stages.Admin;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;

namespace Portal.Tests.Client.Stages.Admin;

public sealed class StagePageTests : ScreenContext
{
    public StagePageTests() => Portal
        .On<GetStage, StageView>(Given.Stage())
        .On<GetStageAddress, StageAddressView>(Given.Address)
        .On<GetRoutes, RoutesView>(Given.Routes(Given.Route("POST", "/pets")))
        .On<ListReleases, Page<ReleaseView>>(_ => Given.Page(Given.Stage().Runs!));

    [Fact]
    public void What_runs_is_shown_with_its_address()
    {
        var words = Draw().Words();

        Assert.Contains("dev Revision 3", words, StringComparison.Ordinal);
        Assert.Contains(Given.Address.Arn, words, StringComparison.Ordinal);
        Assert.Contains("0123456789abcdef", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_are_saved_on_what_was_read()
    {
        Portal.On<ChangeStage, StageView>(Given.Stage());
        GoTo("x?tab=variables");
        var page = Draw();

        await page.Named("Add a variable").ClickAsync();
        await page.Labelled("Name of the variable").ChangeAsync("backend");
        await page.Labelled("Value of backend").ChangeAsync("pets.example");
        await page.Find("form").SubmitAsync();

        Assert.Equal(2, Portal.Last<ChangeStage>().Version);
        Assert.Equal([KeyValuePair.Create("backend", "pets.example")], Portal.Last<ChangeStage>().Variables);
        Assert.Contains("They take effect with the next deployment", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_only_read_is_offered_nothing_to_change_or_call()
    {
        MayOnly(Policies.ReadCatalog, Policies.PreviewChanges);
        Portal.On<GetStage, StageView>(Given.Stage() with { Variables = new Dictionary<string, string> { ["backend"] = "pets.example" } });
        GoTo("x?tab=variables");
        var page = Draw();

        Assert.Contains("backend pets.example", page.Words(), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("input"));
        Assert.DoesNotContain("Try it", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_saves_second_is_told()
    {
        Portal.Refuses<ChangeStage, StageView>(Given.Refusal(RefusalKind.ChangedMeanwhile, "urn:portal:platform:changed-meanwhile", "Somebody else changed it."));
        GoTo("x?tab=variables");
        var page = Draw();

        await page.Find("form").SubmitAsync();

        Assert.Equal("Somebody else changed it.", page.Find("[role=alert]").Words());
    }

    [Fact]
    public async Task A_call_is_answered()
    {
        Portal.On<TryStage, TryAnswer>(new TryAnswer { Status = 201, Headers = [new("x-id", "7")], Body = "made", IsBase64 = false, IsCut = false, Milliseconds = 12.4, Url = "http://127.0.0.1/pets" });
        GoTo("x?tab=try");
        var page = Draw();
        Assert.Equal("POST", page.Labelled("Method").GetAttribute("value"));

        await page.Labelled("Body").ChangeAsync("{}");
        await page.Find("form").SubmitAsync();

        Assert.Equal(("POST", "/pets", "{}"), (Portal.Last<TryStage>().Method, Portal.Last<TryStage>().Path, Portal.Last<TryStage>().Body));
        Assert.Equal("201 12 ms http://127.0.0.1/pets Body Copy made 1 header x-id 7", page.Find(".answer").Words());
    }

    [Fact]
    public async Task A_WebSocket_API_is_spoken_to()
    {
        Portal.On<GetStageAddress, StageAddressView>(Given.Address with { InvokeUrl = "ws://127.0.0.1/chat" });
        Portal.On<TrySocket, SocketTalk>(new SocketTalk { Status = 101, Milliseconds = 12.4, Received = [new SocketMessage("hello", false, 20)], Closed = null, Url = "ws://127.0.0.1/chat" });
        Portal.On<GetSocketRoutes, SocketRoutesView>(Spoken("$request.body.head.type"));
        GoTo("x?tab=try");
        var page = Draw();

        Assert.Equal("""{"head":{"type":"say"}}""", page.Labelled("Messages").GetAttribute("value"));
        Assert.Equal(["say", "ask", "$default: names no other"], page.FindAll("#talk-route option").Select(option => option.TextContent));
        await page.Labelled("Query").ChangeAsync("room=7");
        await page.Labelled("Messages").ChangeAsync("{\"action\":\"a\"}\n\n{\"action\":\"b\"}");
        await page.Find("form").SubmitAsync();

        Assert.Equal(["{\"action\":\"a\"}", "{\"action\":\"b\"}"], Portal.Last<TrySocket>().Messages);
        Assert.Equal([new NamedValue("room", "7")], Portal.Last<TrySocket>().Query);
        Assert.Equal("Connected 12 ms After 20 ms Copy hello", page.Find(".answer").Words());
    }

    [Fact]
    public void What_cannot_be_suggested_is_said()
    {
        Portal.On<GetStageAddress, StageAddressView>(Given.Address with { InvokeUrl = "ws://127.0.0.1/chat" }).On<GetSocketRoutes, SocketRoutesView>(Spoken("${request.body.kind}-${request.body.action}"));
        GoTo("x?tab=try");
        var page = Draw();

        Assert.Empty(page.FindAll("#talk-route"));
        Assert.Contains("A message names its route by ${request.body.kind}-${request.body.action}: say, ask, $default.", page.Find("#talk-messages ~ .field-hint").TextContent, StringComparison.Ordinal);
    }

    private static SocketRoutesView Spoken(string selection) => new()
    {
        Revision = 3,
        Selection = selection,
        Authorizers = [],
        ApiKeySource = ApiKeySource.Header,
        Models = [],
        Others = [],
        Routes = [.. new[] { "$connect", "$default", "say", "ask" }.Select(key => new SocketRouteView { Key = key, OperationId = null, Guard = new Guard.Open(), ApiKeyRequired = false, Parameters = [], Messages = new MessageModels(), Answers = false, Replies = new MessageModels(), Integration = null, OtherIntegration = null, IsLeftOut = false, Line = null })],
    };

    [Fact]
    public async Task A_stage_that_ran_nothing_can_be_removed()
    {
        Portal.On<GetStage, StageView>(Given.Stage() with { Runs = null }).On<RemoveStage, Nothing>(Nothing.AtAll);
        var dialogs = DrawDialogs();
        var page = Draw();

        var removing = page.Named("Remove").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.Contains("The stage dev of Petstore is removed", dialogs.Words(), StringComparison.Ordinal));
        await dialogs.Named("Remove").ClickAsync();
        await removing;

        Assert.Equal(new RemoveStage(Given.StageId, 2), Portal.Last<RemoveStage>());
        Assert.Equal($"apis/{Given.ApiId}", Place);
    }

    [Fact]
    public async Task What_comes_back_is_shown_and_one_more_click_brings_it_back()
    {
        var before = Given.Stage().Runs! with { Id = Guid.NewGuid(), Revision = 2 };
        var stage = Given.Stage() with { Before = before };
        Portal
            .On<GetStage, StageView>(stage)
            .On<ReviewRollBack, ReleaseChange>(new ReleaseChange { Stage = stage, Release = before, Routes = [new RouteChange { Kind = RouteChangeKind.Removed, Route = "GET /b", Sentence = "Removes GET /b." }], Settings = [], StageSettings = [], Variables = [], Missing = [] })
            .On<RollBackStage, ProposedDeployment>(new ProposedDeployment { RunId = Given.RunId, IsEmpty = false });
        var dialogs = DrawDialogs();
        var page = Draw();

        await page.Named("Roll back").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.Contains("goes back from revision 3 to revision 2", dialogs.Words(), StringComparison.Ordinal));
        Assert.Contains("Removes GET /b.", dialogs.Words(), StringComparison.Ordinal);
        await dialogs.Named("Roll back").ClickAsync();

        Assert.Equal((before.Id, stage.Runs!.Id), (Portal.Last<RollBackStage>().Release, Portal.Last<RollBackStage>().Running));
        Assert.Equal($"runs/{Given.RunId}", Place);
    }

    [Fact]
    public async Task A_stage_that_ran_is_removed_by_a_change_set()
    {
        Portal.On<ProposeRemoval, ProposedDeployment>(new ProposedDeployment { RunId = Given.RunId, IsEmpty = false });
        GoTo("x?tab=protection");

        await Draw().Named("Propose the removal").ClickAsync();

        Assert.Equal(new ProposeRemoval(Given.StageId), Portal.Last<ProposeRemoval>());
        Assert.Equal($"runs/{Given.RunId}", Place);
    }

    [Fact]
    public async Task A_second_person_is_asked_for_by_an_administrator()
    {
        MayOnly(Policies.ReadCatalog, Policies.ProtectStages);
        Portal.On<ProtectStage, StageView>(Given.Stage() with { NeedsSecondPerson = true });
        GoTo("x?tab=protection");
        var page = Draw();

        await page.Named("Ask for a second person").ClickAsync();

        Assert.Equal((true, 2), (Portal.Last<ProtectStage>().NeedsSecondPerson, Portal.Last<ProtectStage>().Version));
        Assert.Contains("must be approved by another person", page.Words(), StringComparison.Ordinal);
    }

    private IRenderedComponent<StagePage> Draw() => Render<StagePage>(parameters => parameters.Add(page => page.ApiId, Given.ApiId).Add(page => page.Id, Given.StageId));
}
