using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Identity;

namespace Portal.Client.Catalog.Admin;

/// <summary>The catalog: every API that one reaches, to search, narrow and sort. What is shown stands in the address.</summary>
public sealed partial class ApisPage
{
    private readonly HashSet<string> _picked = [];
    private ApiSearch _search = new();
    private ApiSearch? _loaded;

    [SupplyParameterFromQuery(Name = "q")]
    public string? Words { get; set; }

    [SupplyParameterFromQuery]
    public string? Team { get; set; }

    [SupplyParameterFromQuery]
    public string? Status { get; set; }

    [SupplyParameterFromQuery]
    public string? Sort { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    [PersistentState]
    public Load<Page<ApiRow>>? Apis { get; set; }

    [PersistentState]
    public Load<Page<TeamView>>? Teams { get; set; }

    protected override async Task OnInitializedAsync() => Teams ??= await Portal.SendAsync(new ListTeams(), Leaving);

    protected override async Task OnParametersSetAsync()
    {
        _search = ApiSearch.Of(Words, Team, Status, Sort, Page);

        // What came over from prerendering is for this address.
        if (_loaded is null && Apis is not null)
        {
            _loaded = _search;
        }

        if (_loaded != _search)
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        var search = _loaded = _search;
        var apis = await Portal.SendAsync(search.ToRequest(), Leaving);

        // Of two searches on the way, the later is shown.
        if (search == _search)
        {
            Apis = apis;
        }
    }

    private void Go(ApiSearch search) => Navigation.NavigateTo(search.Address, replace: true);
}
