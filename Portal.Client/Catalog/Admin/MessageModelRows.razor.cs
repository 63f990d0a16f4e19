using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Portal.Client.Catalog.Admin;

/// <summary>The models of messages by what tells their kind; inside an EditForm.</summary>
public sealed partial class MessageModelRows
{
    [CascadingParameter]
    public required EditContext Form { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required string SelectionLabel { get; set; }

    /// <summary>What the button says.</summary>
    [Parameter, EditorRequired]
    public required string Add { get; set; }

    [Parameter, EditorRequired]
    public required string Hint { get; set; }

    [Parameter, EditorRequired]
    public required MessageModelsDraft Draft { get; set; }

    /// <summary>By name.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Models { get; set; }

    private string FaultsId => $"field-{Label.Replace(' ', '-')}-faults";

    private IReadOnlyList<string> Faults => [.. Form.GetValidationMessages(new FieldIdentifier(Draft, nameof(MessageModelsDraft.Models)))];
}
