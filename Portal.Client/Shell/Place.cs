using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;
using Portal.Shared;

namespace Portal.Client.Shell;

/// <summary>A place in the navigation, for those whom a policy lets there. A new page that deserves one adds a line here.</summary>
internal sealed record Place(string Address, string Text, string Picture, string Policy)
{
    public static IReadOnlyList<Place> All { get; } =
    [
        new("", "Overview", Icons.Material.Outlined.Dashboard, Policies.SignedIn),
        new("apis", "APIs", Icons.Material.Outlined.Api, Policies.ReadCatalog),
        new("board", "Board", Icons.Material.Outlined.ViewColumn, Policies.ReadCatalog),
        new("apps", "My apps", Icons.Material.Outlined.Apps, Policies.OwnApps),
        new("keys", "API keys", Icons.Material.Outlined.Key, Policies.ReadPlans),
        new("plans", "Usage plans", Icons.Material.Outlined.Speed, Policies.ReadPlans),
        new("catalog", "Developer catalog", Icons.Material.Outlined.LibraryBooks, Policies.ReadCatalog),
        new("metrics", "Metrics", Icons.Material.Outlined.QueryStats, Policies.ReadMetrics),
        new("runs", "Changes", Icons.Material.Outlined.PlaylistAddCheck, Policies.PreviewChanges),
        new("drift", "Drift", Icons.Material.Outlined.CompareArrows, Policies.PreviewChanges),
        new("connections", "Connections", Icons.Material.Outlined.Cloud, Policies.ReadConnections),
        new("audit", "Audit", Icons.Material.Outlined.FactCheck, Policies.ReadAudit),
        new("admin/people", "People", Icons.Material.Outlined.People, Policies.ManagePeople),
    ];

    /// <summary>The overview is not above everything else.</summary>
    public NavLinkMatch Match => Address is "" ? NavLinkMatch.All : NavLinkMatch.Prefix;
}
