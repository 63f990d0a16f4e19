using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui.Static;

/// <summary>
/// A small page of its own, in the middle: signing in, setting up. It has the page's h1 and the browser's title.
/// <code>&lt;Card Title="Sign in"&gt;...&lt;/Card&gt;</code>
/// </summary>
public sealed partial class Card
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }
}
