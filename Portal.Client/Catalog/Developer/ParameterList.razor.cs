using Microsoft.AspNetCore.Components;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Developer;

/// <summary>Parameters or headers, one below the other.</summary>
public sealed partial class ParameterList
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<ReferenceParameter> Of { get; set; }

    [Parameter, EditorRequired]
    public required ReferenceOutline Outline { get; set; }
}
