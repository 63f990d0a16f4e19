using Microsoft.AspNetCore.Components;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Developer;

/// <summary>What a value must keep to, and the values there are.</summary>
public sealed partial class SchemaRules
{
    [Parameter, EditorRequired]
    public required SchemaView Of { get; set; }
}
