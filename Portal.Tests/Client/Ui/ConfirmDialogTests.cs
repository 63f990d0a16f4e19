using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Portal.Client.Ui;

namespace Portal.Tests.Client.Ui;

public sealed class ConfirmDialogTests : UiContext
{
    [Fact]
    public async Task Yes_is_yes()
    {
        var (shown, asked) = await AskAsync();

        await shown.Find("button.button-bad").ClickAsync();

        Assert.True(await asked);
    }

    [Fact]
    public async Task Cancel_is_no()
    {
        var (shown, asked) = await AskAsync();

        await shown.FindAll("button").Single(button => button.TextContent is "Cancel").ClickAsync();

        Assert.False(await asked);
    }

    [Fact]
    public async Task A_name_to_type_has_to_be_typed()
    {
        var (shown, asked) = await AskAsync("petstore");

        Assert.True(shown.Find("button.button-bad").HasAttribute("disabled"));
        await shown.Find("input").InputAsync("petstore");
        await shown.Find("button.button-bad").ClickAsync();

        Assert.True(await asked);
    }

    private async Task<(IRenderedComponent<MudDialogProvider> Shown, Task<bool> Asked)> AskAsync(string? typed = null)
    {
        var provider = Render<MudDialogProvider>();
        var asked = provider.InvokeAsync(() => Services.GetRequiredService<IDialogService>().ConfirmAsync("Remove it?", "'petstore' is removed.", "Remove", dangerous: true, typed));
        await provider.WaitForAssertionAsync(() => Assert.Contains("'petstore' is removed.", provider.Markup, StringComparison.Ordinal));

        return (provider, asked);
    }
}
