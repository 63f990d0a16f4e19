using Microsoft.AspNetCore.Components;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Developer;

/// <summary>What a body holds, for each of its media types: its members, and examples.</summary>
public sealed partial class ContentDetails
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<ContentView> Of { get; set; }

    [Parameter, EditorRequired]
    public required ReferenceOutline Outline { get; set; }
}
