using Microsoft.AspNetCore.Components;

namespace Portal.Client.Shell;

/// <summary>Leads those on who come to use APIs: their start is the catalog.</summary>
public sealed class ToCatalog : ComponentBase
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    protected override void OnInitialized() => Navigation.NavigateTo("catalog", forceLoad: true);
}
