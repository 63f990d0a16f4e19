using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui;

/// <summary>
/// Says what is chosen in a list, and leads to the change sets of all of it.
/// <code>&lt;PickBar Things="_picked" Noun="API" OnClear="_picked.Clear" /&gt;</code>
/// </summary>
public sealed partial class PickBar
{
    /// <summary>"RestApi/ID", "Stage/ID", "UsagePlan/ID".</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyCollection<string> Things { get; set; }

    [Parameter, EditorRequired]
    public required string Noun { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnClear { get; set; }

    private string Link => Address.Of("runs/bundles/new", [.. Things.Order(StringComparer.Ordinal).Select(thing => ("thing", (string?)thing))]);
}
