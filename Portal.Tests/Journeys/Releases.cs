using Microsoft.Playwright;

namespace Portal.Tests.Journeys;

/// <summary>What moves releases in the browser, with its clicks counted.</summary>
internal sealed class Releases(Visit visit)
{
    public int Clicks { get; set; }

    /// <summary>From a page with the way to it: the board, or an API's.</summary>
    public async Task PromoteAsync(string stage, string api, string change)
    {
        await ClickAsync(visit.Page.GetByRole(AriaRole.Link, new() { Name = $"Promote {stage} of {api} to" }));
        await Assertions.Expect(visit.Page.GetByText(change).First).ToBeVisibleAsync();
        await visit.PictureAsync("review");
        await ClickAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Promote", Exact = true }));
        await ClickAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Approve and apply" }));
        await DoneAsync();
    }

    /// <summary>From the page of the stage.</summary>
    public async Task RollBackAsync(string change)
    {
        await ClickAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Roll back", Exact = true }));
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync(change);
        await visit.PictureAsync("roll-back");
        await ClickAsync(dialog.GetByRole(AriaRole.Button, new() { Name = "Roll back", Exact = true }));
        await DoneAsync();
    }

    private async Task ClickAsync(ILocator what)
    {
        Clicks++;
        await what.ClickAsync();
    }

    private Task DoneAsync() => Assertions.Expect(visit.Page.GetByText("what AWS holds now is as approved")).ToBeVisibleAsync(new() { Timeout = 60_000 });
}
