using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Portal.Client.Catalog.Admin;

/// <summary>The bodies of a request or of answers by content type, with their models; inside an EditForm.</summary>
public sealed partial class BodyRows
{
    [CascadingParameter]
    public required EditContext Form { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The draft's property, at which faults are said.</summary>
    [Parameter, EditorRequired]
    public required string Field { get; set; }

    [Parameter, EditorRequired]
    public required List<BodyDraft> Bodies { get; set; }

    /// <summary>By name.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Models { get; set; }

    /// <summary>What the button says.</summary>
    [Parameter, EditorRequired]
    public required string Add { get; set; }

    /// <summary>Whether they are those of answers.</summary>
    [Parameter]
    public bool HasStatus { get; set; }

    private IReadOnlyList<string> Faults => [.. Form.GetValidationMessages(new FieldIdentifier(Form.Model, Field))];
}
