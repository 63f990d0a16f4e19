using Bunit;
using Portal.Client.Shell;
using Portal.Shared;

namespace Portal.Tests.Client.Shell;

public sealed class FirstStepsPageTests : ScreenContext
{
    [Fact]
    public void What_comes_next_is_the_main_thing_to_do()
    {
        Portal.On<GetFirstSteps, FirstSteps>(new FirstSteps([FirstStep.Api, FirstStep.Deploy, FirstStep.Prove], [FirstStep.Api]));

        var page = Render<FirstStepsPage>();

        Assert.Contains("1 of 3 are done.", page.Words(), StringComparison.Ordinal);
        Assert.Equal("To the APIs", page.Find(".button-main").Words());
        Assert.Equal("Bring an API Done", page.Find("li.done h3").Words());
    }

    [Fact]
    public void Every_step_has_words() => Assert.All(Enum.GetValues<FirstStep>(), step => Assert.NotEmpty(FirstStepWords.Of(step).Ways));
}
