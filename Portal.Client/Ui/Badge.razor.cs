using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui;

/// <summary>
/// A state as a word with a colour.
/// <code>&lt;Badge Text="Published" Tone="Tone.Good" /&gt;</code>
/// </summary>
public sealed partial class Badge
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter]
    public Tone Tone { get; set; }
}
