using Microsoft.AspNetCore.Components;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Developer;

/// <summary>The parts of a schema, to be opened.</summary>
public sealed partial class SchemaFolded
{
    [Parameter, EditorRequired]
    public required SchemaView Of { get; set; }

    [Parameter, EditorRequired]
    public required ReferenceOutline Outline { get; set; }
}
