using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Portal.Client.Ui;

/// <summary>The buttons of a dialog with a form: one to leave it, and one to send the form.</summary>
public sealed partial class DialogDeeds
{
    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    /// <summary>The id of the form.</summary>
    [Parameter, EditorRequired]
    public required string Form { get; set; }

    /// <summary>What the button says.</summary>
    [Parameter, EditorRequired]
    public required string Verb { get; set; }

    /// <summary>What it says meanwhile; null is the same.</summary>
    [Parameter]
    public string? BusyVerb { get; set; }

    [Parameter, EditorRequired]
    public required bool Busy { get; set; }

    /// <summary>Other deeds, between the two.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
