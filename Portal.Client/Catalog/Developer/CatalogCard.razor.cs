using Microsoft.AspNetCore.Components;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Developer;

/// <summary>An API in the catalog: what it is, where it is called, and what to know before.</summary>
public sealed partial class CatalogCard
{
    [Parameter, EditorRequired]
    public required CatalogEntry Of { get; set; }
}
