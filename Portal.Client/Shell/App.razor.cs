using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;

namespace Portal.Client.Shell;

/// <summary>
/// The document. A page is on a circuit unless it carries [ExcludeFromInteractiveRouting]; such a page gets neither MudBlazor nor Blazor's script.
/// The theme is a cookie, so that the first painted pixel is right; without it the system decides.
/// </summary>
public sealed partial class App
{
    /// <summary>"light" or "dark"; set by shell.js.</summary>
    internal const string ThemeCookie = "portal-theme";

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    private bool Interactive => Http.AcceptsInteractiveRouting();

    private IComponentRenderMode? Mode => Interactive ? RenderMode.InteractiveServer : null;

    private string Base => $"{Http.Request.PathBase}/";

    private string? Theme => Http.Request.Cookies[ThemeCookie] is ("light" or "dark") and var theme ? theme : null;
}
