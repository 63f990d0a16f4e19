using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui.Static;

/// <summary>What is wrong with a field, below it; the field names it by aria-describedby. It stands there empty too, so that what comes later is heard.</summary>
public sealed partial class FieldFaults
{
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Faults { get; set; }
}
