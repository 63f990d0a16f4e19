using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Developer;

/// <summary>What is published for whoever comes, to search and to go through; works without script.</summary>
public sealed partial class CatalogPage
{
    private const int Size = 20;

    private Load<Page<CatalogEntry>>? _apis;
    private bool _signedIn;

    [SupplyParameterFromQuery(Name = "q")]
    public string? Words { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Asker { get; set; }

    private int Number => ListPage.Of(PageText);

    protected override async Task OnInitializedAsync()
    {
        _signedIn = (await Asker).User.Identity is { IsAuthenticated: true };
        _apis = await Portal.SendAsync(new ListCatalog { Search = Words, Skip = (Number - 1) * Size, Take = Size }, Leaving);
    }

    private string AddressOf(int page) => Ui.Address.Of("catalog", ("q", Words), ("page", ListPage.Word(page)));
}
