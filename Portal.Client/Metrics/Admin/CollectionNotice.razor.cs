using Microsoft.AspNetCore.Components;
using Portal.Shared.Metrics;

namespace Portal.Client.Metrics.Admin;

/// <summary>Says how old the numbers of a connection are where they are not as fresh as they should be, and why.</summary>
public sealed partial class CollectionNotice
{
    [Parameter, EditorRequired]
    public required CollectionView Of { get; set; }
}
