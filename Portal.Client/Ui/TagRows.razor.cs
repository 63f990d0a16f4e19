using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Portal.Client.Ui;

/// <summary>Tags that the portal sets on a thing in AWS, to add, change and remove.</summary>
public sealed partial class TagRows
{
    [Parameter, EditorRequired]
    public required List<TagDraft> Tags { get; set; }

    /// <summary>The form's own name for them, whose faults are said here.</summary>
    [Parameter]
    public string Member { get; set; } = "Tags";

    [CascadingParameter]
    public EditContext? Form { get; set; }

    private IReadOnlyList<string> Faults => Form is null ? [] : [.. Form.GetValidationMessages(new FieldIdentifier(Form.Model, Member))];
}
