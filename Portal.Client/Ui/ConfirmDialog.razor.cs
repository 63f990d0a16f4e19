using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Portal.Client.Ui;

/// <summary>A question before something that cannot be taken back; asked through <see cref="Confirming.ConfirmAsync"/>.</summary>
public sealed partial class ConfirmDialog
{
    private string _typed = "";

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What will happen, with the name of the thing in it.</summary>
    [Parameter, EditorRequired]
    public required string Sentence { get; set; }

    /// <summary>What the button says: Remove, Suspend.</summary>
    [Parameter, EditorRequired]
    public required string Verb { get; set; }

    [Parameter]
    public bool Dangerous { get; set; }

    /// <summary>What a person has to type first, a name mostly; null where a click is enough.</summary>
    [Parameter]
    public string? Typed { get; set; }
}
