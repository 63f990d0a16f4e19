using Microsoft.AspNetCore.Components;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Developer;

/// <summary>The members of an object, what there is to choose from, the items of a list.</summary>
public sealed partial class SchemaParts
{
    [Parameter, EditorRequired]
    public required SchemaView Of { get; set; }

    [Parameter, EditorRequired]
    public required ReferenceOutline Outline { get; set; }
}
