using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui.Static;

/// <summary>
/// Sends the form.
/// <code>&lt;SubmitButton Text="Save" Busy="_saving" BusyText="Saving" /&gt;</code>
/// </summary>
public sealed partial class SubmitButton
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>While it is being sent; a second click does nothing.</summary>
    [Parameter]
    public bool Busy { get; set; }

    [Parameter]
    public string? BusyText { get; set; }
}
