using Microsoft.AspNetCore.Components;
using ParameterView = Portal.Shared.Catalog.ParameterView;

namespace Portal.Client.Catalog.Admin;

/// <summary>The parameters of a route, to add, change and remove; those which the editor does not write are shown and kept.</summary>
public sealed partial class ParameterRows
{
    [Parameter, EditorRequired]
    public required List<ParameterDraft> Parameters { get; set; }

    /// <summary>Declared for all methods of the path.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ParameterView> OfPath { get; set; }

    /// <summary>Where one may stand.</summary>
    [Parameter]
    public IReadOnlyList<string> Places { get; set; } = ParameterDraft.Places;

    [Parameter]
    public string Hint { get; set; } = "Those in the path's braces are declared in any case.";
}
