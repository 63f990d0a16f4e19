using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui;

/// <summary>
/// Copies a text to the clipboard, with or without a circuit.
/// <code>&lt;CopyButton Text="@url" Label="Copy the address" /&gt;</code>
/// </summary>
public sealed partial class CopyButton
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>What a screen reader says; begins with "Copy".</summary>
    [Parameter]
    public string Label { get; set; } = "Copy";
}
