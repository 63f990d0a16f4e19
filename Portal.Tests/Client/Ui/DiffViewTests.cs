using Bunit;
using Portal.Client.Ui;

namespace Portal.Tests.Client.Ui;

public sealed class DiffViewTests : UiContext
{
    [Fact]
    public void Neighbours_of_one_sign_are_one_block()
    {
        var diff = Draw("+ a\n+ b\n  around\n- c\n~ d", 100);

        Assert.Equal(["diff-line diff-new", "diff-line", "diff-line diff-gone", "diff-line diff-changed"], diff.FindAll("span").Select(span => span.ClassName!.Trim()));
    }

    [Fact]
    public void Nothing_of_the_text_is_lost() => Assert.Equal("~ Stage/dev\n  /name: \"a\" -> \"b\"\n\n- Stage/old\n", Draw("~ Stage/dev\n  /name: \"a\" -> \"b\"\n\n- Stage/old\n", 100).Find("pre").TextContent);

    [Fact]
    public async Task The_rest_of_a_long_text_comes_when_asked_for()
    {
        var diff = Draw(string.Join('\n', Enumerable.Range(1, 30).Select(line => $"+ {line}")), 10);

        Assert.DoesNotContain("+ 11", diff.Find("pre").TextContent, StringComparison.Ordinal);
        Assert.Equal("Show 20 more lines", diff.Find("button").TextContent);
        await diff.Find("button").ClickAsync();
        Assert.Contains("+ 30", diff.Find("pre").TextContent, StringComparison.Ordinal);
        Assert.Empty(diff.FindAll("button"));
    }

    private IRenderedComponent<DiffView> Draw(string text, int mostLines) =>
        Render<DiffView>(parameters => parameters.Add(diff => diff.Text, text).Add(diff => diff.Label, "Changes").Add(diff => diff.MostLines, mostLines));
}
