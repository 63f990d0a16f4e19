using Bunit;
using Portal.Client.Ui;
using Portal.Shared.Sync;

namespace Portal.Tests.Client.Ui;

public sealed class ProgressStepsTests : UiContext
{
    [Fact]
    public void What_stopped_is_counted_in_words()
    {
        var steps = Draw(new ProgressStep("Create", StepState.Done), new ProgressStep("Deploy", StepState.Refused, "TooManyRequestsException: Rate exceeded"), new ProgressStep("Point the stage", StepState.NotTried));

        Assert.Equal("1 of 3 steps done, 1 stopped", steps.Find("[role=status]").TextContent);
        Assert.Equal(["done", "refused", "not tried"], steps.FindAll(".progress-state").Select(state => state.TextContent));
        Assert.Contains("Rate exceeded", steps.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bar_counts_what_is_done()
    {
        var bar = Draw(new ProgressStep("Create", StepState.Done), new ProgressStep("Deploy", StepState.Trying)).Find("progress");

        Assert.Equal(("2", "1"), (bar.GetAttribute("max"), bar.GetAttribute("value")));
    }

    private IRenderedComponent<ProgressSteps> Draw(params ProgressStep[] steps) => Render<ProgressSteps>(parameters => parameters.Add(progress => progress.Steps, steps).Add(progress => progress.Label, "Applying"));
}
