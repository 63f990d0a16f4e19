using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Portal.Client.Shell;

/// <summary>
/// The layout of interactive pages, and the default: the frame, and MudBlazor's providers once. MudThemeProvider is not among them: theme.css stands in for it,
/// because the content security policy allows no inline style element.
/// </summary>
public sealed partial class AdminLayout
{
    private PageBoundary? _boundary;

    [Inject]
    public required IJSRuntime Script { get; init; }

    protected override void OnParametersSet() => _boundary?.Recover();

    /// <summary>A prerendered page looks ready before it listens. This says when it does: to style sheets, to tests and to whoever measures.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Script.InvokeVoidAsync("document.documentElement.setAttribute", "data-interactive", "true");
        }
    }
}
