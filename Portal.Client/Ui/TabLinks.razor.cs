using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui;

/// <summary>
/// The parts of a page, as links: each has an address that can be kept and sent, and works without a circuit.
/// <code>&lt;TabLinks Label="Petstore" Base="@($"apis/{Id}")" Tabs="_tabs" Here="@(Tab ?? "")" /&gt;</code>
/// </summary>
public sealed partial class TabLinks
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<Tab> Tabs { get; set; }

    /// <summary>The key of the part that is shown.</summary>
    [Parameter, EditorRequired]
    public required string Here { get; set; }

    /// <summary>The address of the page, without a query.</summary>
    [Parameter, EditorRequired]
    public required string Base { get; set; }

    /// <summary>What these are the parts of.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    private string Address(Tab tab) => tab.Key is "" ? Base : $"{Base}?tab={tab.Key}";
}
