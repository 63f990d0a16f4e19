using Bunit;
using Portal.Client.Ui;

namespace Portal.Tests.Client.Ui;

public sealed class SearchBoxTests : UiContext
{
    private readonly List<string> _searched = [];

    [Fact]
    public async Task Only_the_last_word_is_searched_for()
    {
        var box = Draw(null);

        var typed = new[] { "p", "pe", "pets " }.Select(words => box.Find("input").InputAsync(words)).ToList();
        Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(typed);

        Assert.Equal(["pets"], _searched);
    }

    [Fact]
    public async Task What_comes_back_does_not_overwrite_what_was_typed_since()
    {
        var box = Draw(null);
        var first = box.Find("input").InputAsync("pet");
        Clock.Advance(TimeSpan.FromSeconds(1));
        await first;

        _ = box.Find("input").InputAsync("pets");
        box.Render(parameters => parameters.Add(search => search.Text, "pet"));

        Assert.Equal("pets", box.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void Another_search_from_outside_is_shown()
    {
        var box = Draw("pets");

        box.Render(parameters => parameters.Add(search => search.Text, ""));

        Assert.Equal("", box.Find("input").GetAttribute("value") ?? "");
    }

    private IRenderedComponent<SearchBox> Draw(string? text) => Render<SearchBox>(parameters => parameters
        .Add(search => search.Label, "Search")
        .Add(search => search.Text, text)
        .Add(search => search.OnSearch, _searched.Add));
}
