using Microsoft.AspNetCore.Components;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Developer;

/// <summary>What to know of an API before it is used: its version, whether it is on its way out, whether it asks for a key.</summary>
public sealed partial class EntryBadges
{
    [Parameter, EditorRequired]
    public required CatalogEntry Of { get; set; }
}
