using Bunit;
using Portal.Client.Ui;

namespace Portal.Tests.Client.Ui;

public sealed class LoadedTests : UiContext
{
    [Fact]
    public void Waiting_is_said() => Assert.Equal("Loading", Draw(new Load<string>.Waiting()).Find("[role=status]").TextContent.Trim());

    [Fact]
    public void A_value_is_drawn() => Assert.Equal("It is here", Draw(new Load<string>.Ready("here")).Find("p").TextContent);

    [Fact]
    public async Task A_refusal_can_be_tried_again()
    {
        var tried = 0;
        var loaded = Draw(new Load<string>.Failed(RefusalTo.Wait()), () => tried++);

        Assert.Contains("Not now.", loaded.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await loaded.Find("button").ClickAsync();
        Assert.Equal(1, tried);
    }

    private IRenderedComponent<Loaded<string>> Draw(Load<string> load, Action? retry = null) => Render<Loaded<string>>(parameters =>
    {
        parameters.Add(loaded => loaded.Of, load).Add(loaded => loaded.ChildContent, value => $"<p>It is {value}</p>");
        if (retry is not null)
        {
            parameters.Add(loaded => loaded.OnRetry, retry);
        }
    });
}
