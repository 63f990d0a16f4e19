using Bunit;
using Portal.Client.Stages.Admin;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;

namespace Portal.Tests.Client.Stages.Admin;

public sealed class StageSetupFormTests : ScreenContext
{
    private static readonly StageSetupView Kept = new()
    {
        Id = Given.StageId,
        Protocol = Protocol.Rest,
        IsKept = true,
        Settings = new StageSetup { Methods = new Dictionary<string, MethodSetup>(), CacheSize = null, Tracing = false, ClientCertificate = null, DocumentationVersion = null, WebAcl = null },
        Description = null,
        AccessLog = new StageAccessLog { Place = AccessLogPlace.Connection, DestinationArn = null, Format = null },
        ConnectionLogGroup = null,
        Tags = new Dictionary<string, string> { ["team"] = "ours" },
        Runs = true,
        Version = 7,
    };

    public StageSetupFormTests() => Portal
        .On<GetStageSetup, StageSetupView>(Kept)
        .On<ChangeStageSetup, StageSetupView>(Kept)
        .On<GetRoutes, RoutesView>(Given.Routes(Given.Route("POST", "/pets")));

    [Fact]
    public async Task Settings_of_a_method_a_cache_and_a_tag_are_saved_on_what_was_read()
    {
        var form = Draw();

        await form.Labelled("Method to set up").ChangeAsync("POST /pets");
        await form.Named("Set up").ClickAsync();
        await form.Labelled("Requests per second of POST /pets").ChangeAsync("2.5");
        await form.Labelled("Burst of POST /pets").ChangeAsync("5");
        await form.Labelled("Cache (GB)").ChangeAsync("1.6");
        await form.Labelled("Value of the tag team").ChangeAsync("theirs");
        await form.Find("form").SubmitAsync();

        var sent = Portal.Last<ChangeStageSetup>();
        Assert.Equal((7, "1.6", "theirs"), (sent.Version, sent.Settings!.CacheSize, sent.Tags["team"]));
        Assert.Equal((2.5, 5, 300), (sent.Settings.Methods["POST /pets"].RateLimit, sent.Settings.Methods["POST /pets"].BurstLimit, sent.Settings.Methods["POST /pets"].CacheTtl));
        Assert.Contains("Saved.", form.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_saved_is_proposed_with_one_click()
    {
        Portal.On<ProposeStageSetup, ProposedDeployment>(new ProposedDeployment { RunId = Given.RunId, IsEmpty = false });

        await Draw().Named("Save and preview the change").ClickAsync();

        Assert.Equal($"runs/{Given.RunId}", Place);
    }

    [Fact]
    public async Task Settings_that_are_left_alone_are_sent_as_nothing_until_they_are_kept()
    {
        Portal.On<GetStageSetup, StageSetupView>(Kept with { IsKept = false, Settings = Kept.Settings! with { Tracing = true } });
        var form = Draw();
        Assert.Contains("Left as they are in AWS", form.Words(), StringComparison.Ordinal);

        await form.Find("form").SubmitAsync();
        var before = Portal.Last<ChangeStageSetup>().Settings;
        Portal.On<ChangeStageSetup, StageSetupView>(Kept);
        form = Draw();
        await form.Find("#setup-kept").ChangeAsync(true);
        await form.Find("form").SubmitAsync();

        Assert.Null(before);
        Assert.True(Portal.Last<ChangeStageSetup>().Settings!.Tracing);
    }

    private IRenderedComponent<StageSetupForm> Draw() => Render<StageSetupForm>(parameters => parameters.Add(form => form.Stage, Given.Stage()));
}
