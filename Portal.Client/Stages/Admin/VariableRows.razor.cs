using Microsoft.AspNetCore.Components;

namespace Portal.Client.Stages.Admin;

/// <summary>The variables of a stage, to add, change and remove.</summary>
public sealed partial class VariableRows
{
    [Parameter, EditorRequired]
    public required List<VariableDraft> Variables { get; set; }
}
