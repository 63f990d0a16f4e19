using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Portal.Client.Catalog.Admin;

/// <summary>
/// Rows of names and values, to add, change and remove; inside an EditForm.
/// <code>&lt;PairRows Label="Headers" Field="Headers" Pairs="_draft.Headers" NameLabel="Header" ValueLabel="Value" Add="Add a header" /&gt;</code>
/// </summary>
public sealed partial class PairRows
{
    [CascadingParameter]
    public required EditContext Form { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The draft's property, at which faults are said.</summary>
    [Parameter, EditorRequired]
    public required string Field { get; set; }

    /// <summary>The object that has the property, where it is not the form's own model.</summary>
    [Parameter]
    public object? Of { get; set; }

    [Parameter, EditorRequired]
    public required List<PairDraft> Pairs { get; set; }

    [Parameter, EditorRequired]
    public required string NameLabel { get; set; }

    [Parameter, EditorRequired]
    public required string ValueLabel { get; set; }

    /// <summary>What the button says.</summary>
    [Parameter, EditorRequired]
    public required string Add { get; set; }

    /// <summary>More than one makes the value a text area.</summary>
    [Parameter]
    public int Lines { get; set; } = 1;

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? NameHint { get; set; }

    [Parameter]
    public string? ValueHint { get; set; }

    /// <summary>What a new row is called at first.</summary>
    [Parameter]
    public string NewName { get; set; } = "";

    private IReadOnlyList<string> Faults => [.. Form.GetValidationMessages(new FieldIdentifier(Of ?? Form.Model, Field))];
}
