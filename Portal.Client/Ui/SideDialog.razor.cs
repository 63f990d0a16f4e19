using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Portal.Client.Ui;

/// <summary>
/// A dialog at the side, as high as the window, for a form that wants to see the page beside it; on a narrow screen it is the screen. Shown with <see cref="Options"/>.
/// <code>&lt;SideDialog Title="Add a route"&gt;&lt;ChildContent&gt;...&lt;/ChildContent&gt;&lt;Deeds&gt;...&lt;/Deeds&gt;&lt;/SideDialog&gt;</code>
/// </summary>
public sealed partial class SideDialog
{
    /// <summary>What is typed is not lost by a click beside it.</summary>
    public static DialogOptions Options { get; } = new() { CloseOnEscapeKey = true, BackdropClick = false, Position = DialogPosition.CenterRight, MaxWidth = MaxWidth.Small, FullWidth = true };

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>Buttons, the main one last.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment Deeds { get; set; }
}
