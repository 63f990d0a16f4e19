using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui;

/// <summary>
/// A picture beside words; it has no name of its own, so a button that shows nothing else needs an aria-label.
/// <code>&lt;Icon Of="@Icons.Material.Outlined.Add" /&gt;</code>
/// </summary>
public sealed partial class Icon
{
    /// <summary>The inside of an SVG of 24 x 24: one of MudBlazor's constants, never what a person typed.</summary>
    [Parameter, EditorRequired]
    public required string Of { get; set; }
}
