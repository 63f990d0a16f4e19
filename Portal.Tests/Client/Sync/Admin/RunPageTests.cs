using Bunit;
using Portal.Client.Sync.Admin;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Stages;
using Portal.Shared.Sync;

namespace Portal.Tests.Client.Sync.Admin;

public sealed class RunPageTests : ScreenContext
{
    public RunPageTests() => Portal
        .On<ListConnections, Page<ConnectionView>>(Given.Page(Given.Connection()))
        .On<GetStageAddress, StageAddressView>(Given.Address);

    [Fact]
    public void A_proposal_is_read_in_words()
    {
        var page = Draw(Given.Run() with { Notes = ["Left out, as the document says (1): GET /a#b.", "aws lambda add-permission --region eu-west-1"] });

        Assert.Equal("Deploy revision 3 of Petstore to dev To be approved", page.Find("h1").Words());
        var words = page.Words();
        Assert.Contains("Routes Adds GET /pets, a mock that answers 200. Models Adds the model Pet.", words, StringComparison.Ordinal);
        Assert.Contains("Left out, as the document says (1): GET /a#b.", words, StringComparison.Ordinal);
        Assert.Contains("aws lambda add-permission --region eu-west-1", page.Find("figure pre").TextContent, StringComparison.Ordinal);
        Assert.Contains(new string('f', 64), words, StringComparison.Ordinal);
    }

    [Fact]
    public void Once_it_is_done_its_commands_name_the_API()
    {
        var page = Draw(Given.Run(RunState.Done, StepState.Done) with { Notes = ["aws lambda add-permission --source-arn \"arn:aws:execute-api:eu-west-1:123456789012:API_ID/dev/*\""] });

        Assert.Contains($":{Given.Address.RestApiId}/dev/*", page.Find("figure pre").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposal_is_read_as_a_diff()
    {
        var page = Draw(Given.Run());

        await page.Named("As a diff").ClickAsync();

        Assert.Contains($"+ RestApi/{Given.ApiId}", page.Find(".diff-new").TextContent, StringComparison.Ordinal);
        Assert.Contains("+ /methods/GET ~1pets: (none) -> (a mock that answers 200)", page.Find(".diff-new").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approval_is_for_the_fingerprint_that_was_shown()
    {
        Portal.On<ApproveRun, RunView>(Given.Run(RunState.Done, StepState.Done));
        var dialogs = DrawDialogs();
        var page = Draw(Given.Run());

        var approving = page.Named("Approve").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.Contains("Deploy revision 3 of Petstore to dev: 2 steps are written to AWS on Sandbox", dialogs.Words(), StringComparison.Ordinal));
        await dialogs.Named("Approve and apply").ClickAsync();
        await approving;

        Assert.Equal(new ApproveRun { Id = Given.RunId, Fingerprint = new string('f', 64), Version = 1 }, Portal.Last<ApproveRun>());
    }

    [Fact]
    public async Task What_was_just_reviewed_is_asked_about_at_once()
    {
        Portal.On<ApproveRun, RunView>(Given.Run(RunState.Done, StepState.Done));
        GoTo($"runs/{Given.RunId}?approve=true");
        var dialogs = DrawDialogs();
        Draw(Given.Run());

        await dialogs.WaitForAssertionAsync(() => Assert.Contains("Apply these changes?", dialogs.Words(), StringComparison.Ordinal));
        await dialogs.Named("Approve and apply").ClickAsync();

        Assert.Equal(Given.RunId, Portal.Last<ApproveRun>().Id);
        Assert.Equal($"runs/{Given.RunId}", Place);
    }

    [Fact]
    public void Who_may_not_approve_it_is_told_why()
    {
        GoTo($"runs/{Given.RunId}?approve=true");
        var dialogs = DrawDialogs();

        var page = Draw(Given.Run() with { Objection = "You proposed it, and prod needs a second person." });

        Assert.Contains("You cannot approve this You proposed it", page.Words(), StringComparison.Ordinal);
        Assert.False(page.Has("Approve"));
        Assert.DoesNotContain("Apply these changes?", dialogs.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_destroys_wants_its_name_typed()
    {
        Portal.On<ApproveRun, RunView>(Given.Run(RunState.Done, StepState.Done));
        var dialogs = DrawDialogs();
        var page = Draw(Given.Run() with { Brakes = ["It deletes the stage dev."], NameToType = "dev" });
        Assert.Contains("It deletes the stage dev.", page.Find("[role=alert]").Words(), StringComparison.Ordinal);

        var approving = page.Named("Approve").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.True(dialogs.Named("Approve and apply").HasAttribute("disabled")));
        await dialogs.Find("input").InputAsync("dev");
        await dialogs.Named("Approve and apply").ClickAsync();
        await approving;

        Assert.Equal("dev", Portal.Last<ApproveRun>().ConfirmedName);
    }

    [Fact]
    public void A_read_only_connection_is_explained()
    {
        Portal.On<ListConnections, Page<ConnectionView>>(Given.Page(Given.Connection("Production", writable: false)));

        var notice = Draw(Given.Run()).Find("[role=alert]");

        Assert.Contains("The connection Production is read-only", notice.Words(), StringComparison.Ordinal);
        Assert.Equal("connections", notice.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void A_run_on_its_way_is_followed_to_its_end()
    {
        var page = Draw(Given.Run(RunState.Running) with { Steps = [Given.Step(0, StepState.Trying), Given.Step(1)] });
        Assert.Contains("0 of 2 steps done", page.Words(), StringComparison.Ordinal);

        Portal.On<GetRun, RunView>(Given.Run(RunState.Done, StepState.Done) with { Outcome = "All 2 steps are done." });
        Clock.Advance(TimeSpan.FromMilliseconds(500));

        page.WaitForAssertion(() => Assert.Contains("All 2 steps are done.", page.Words(), StringComparison.Ordinal));
        Assert.Contains("2 of 2 steps done", page.Words(), StringComparison.Ordinal);
        var asked = Portal.Asked.OfType<GetRun>().Count();
        Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(asked, Portal.Asked.OfType<GetRun>().Count());
    }

    [Fact]
    public async Task Who_leaves_looks_no_longer()
    {
        Draw(Given.Run(RunState.Running));

        await DisposeComponentsAsync();
        Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Single(Portal.Asked.OfType<GetRun>());
    }

    [Fact]
    public void A_refusal_stands_there_in_the_words_of_AWS()
    {
        var refused = Given.Step(0, StepState.Refused) with { Code = "BadRequestException", Message = "Invalid mapping expression specified", Advice = "Mend the document.", Attempts = 2 };
        var page = Draw(Given.Run(RunState.Stopped) with { Outcome = "1 step was refused.", Steps = [refused, Given.Step(1, StepState.NotTried)], Actions = [RunAction.Retry, RunAction.Undo] });

        var words = page.Words();
        Assert.Contains("refused BadRequestException: Invalid mapping expression specified Mend the document. Tried 2 times.", words, StringComparison.Ordinal);
        Assert.Contains("not tried", words, StringComparison.Ordinal);
        Assert.True(page.Has("Try again") && page.Has("Undo"));
    }

    [Fact]
    public async Task Undo_leads_to_its_own_change_set()
    {
        var undo = Given.Run() with { Id = Guid.NewGuid(), Undoes = Given.RunId };
        Portal.On<ProposeUndo, RunView>(undo);
        var page = Draw(Given.Run(RunState.Done, StepState.Done) with { Actions = [RunAction.Undo] });

        await page.Named("Undo").ClickAsync();

        Assert.Equal($"runs/{undo.Id}", Place);
    }

    [Theory]
    [InlineData(0, 20, "It is the next on this connection. Its turn comes in about 20 seconds. AWS takes one.")]
    [InlineData(1, 0, "1 change comes before it on this connection. Its turn comes at any moment. AWS takes one.")]
    [InlineData(29, 580, "29 changes come before it on this connection. Its turn comes in about 10 minutes. AWS takes one.")]
    public void What_waits_says_for_what_and_how_long(int position, int seconds, string words)
    {
        var page = Draw(Given.Run(RunState.Approved) with { QueuePosition = position, TurnAt = Given.Noon.AddSeconds(seconds), WaitsFor = "AWS takes one." });

        Assert.Contains(words, page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_waits_says_so()
    {
        var page = Draw(Given.Run(RunState.Running) with { TurnAt = Given.Noon.AddSeconds(4.2), WaitsFor = "AWS takes one CreateDeployment in 5 seconds." });

        Assert.Contains("The turn of the next step comes in about 5 seconds. AWS takes one CreateDeployment in 5 seconds.", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_done_can_be_called()
    {
        var page = Draw(Given.Run(RunState.Done, StepState.Done));

        Assert.Contains(Given.Address.InvokeUrl, page.Words(), StringComparison.Ordinal);
        Assert.Equal($"apis/{Given.ApiId}/stages/{Given.StageId}?tab=try", page.Named("Try it").GetAttribute("href"));
    }

    [Fact]
    public async Task A_refused_deed_says_why_and_shows_how_things_are()
    {
        Portal.Refuses<RetryRun, RunView>(Given.Refusal(RefusalKind.Conflict, "urn:portal:sync:not-now", "This run cannot be continued.", "It is done."));
        var page = Draw(Given.Run(RunState.Stopped) with { Actions = [RunAction.Retry] });
        Portal.On<GetRun, RunView>(Given.Run(RunState.Done, StepState.Done));

        await page.Named("Try again").ClickAsync();

        Assert.Contains("This run cannot be continued.", page.Find("[role=alert]").Words(), StringComparison.Ordinal);
        Assert.Contains("Done", page.Find("h1").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_another_tool_owns_is_shown_as_a_patch_and_not_approved()
    {
        Portal.On<GetRunPatch, RunPatch>(new RunPatch
        {
            OwnedBy = "the CloudFormation stack pets",
            Things = [new() { Of = "stage prod", File = "prod.stage.json", Diff = "+    \"backend\": \"new\"", Snippet = "Type: AWS::ApiGateway::Stage", Tool = "CloudFormation" }],
        });

        var page = Draw(Given.Run() with { OwnedBy = "the CloudFormation stack pets", Objection = "It belongs to the CloudFormation stack pets." });

        Assert.False(page.Has("Approve"));
        Assert.Contains("It belongs to the CloudFormation stack pets. The portal writes nothing there", page.Words(), StringComparison.Ordinal);
        Assert.Contains(page.FindAll("figure pre"), code => code.TextContent.Contains("\"backend\": \"new\"", StringComparison.Ordinal));
        Assert.Contains(page.FindAll("figure pre"), code => code.TextContent.Contains("AWS::ApiGateway::Stage", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Any_proposal_can_be_had_as_a_patch()
    {
        Portal.On<GetRunPatch, RunPatch>(new RunPatch { OwnedBy = null, Things = [] });
        var page = Draw(Given.Run());
        Assert.Empty(Portal.Asked.OfType<GetRunPatch>());

        await page.Named("Show it as a diff and a snippet").ClickAsync();

        Assert.Contains("This change has nothing that stands in a file.", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_only_look_is_offered_no_deed()
    {
        MayOnly(Policies.PreviewChanges);

        Assert.False(Draw(Given.Run()).Has("Approve"));
    }

    private IRenderedComponent<RunPage> Draw(RunView run)
    {
        Portal.On<GetRun, RunView>(run);

        return Render<RunPage>(parameters => parameters.Add(page => page.Id, Given.RunId));
    }
}
