using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui;

/// <summary>
/// What somebody wrote in Markdown, as safe HTML.
/// <code>&lt;Markdown Text="@api.Description" Level="3" /&gt;</code>
/// </summary>
public sealed partial class Markdown
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>The level of its first heading on the page.</summary>
    [Parameter]
    public int Level { get; set; } = 3;
}
