using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>Every bundle, the newest first.</summary>
public sealed partial class BundlesPage
{
    private const int Size = 25;

    private int? _loaded;

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    [PersistentState]
    public Load<Page<BundleSummary>>? Bundles { get; set; }

    private int PageNumber => ListPage.Of(Page);

    protected override async Task OnParametersSetAsync()
    {
        // What came over from prerendering is for this address.
        if (_loaded is null && Bundles is not null)
        {
            _loaded = PageNumber;
        }

        if (_loaded != PageNumber)
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        _loaded = PageNumber;
        Bundles = await Portal.SendAsync(new ListBundles { Skip = (PageNumber - 1) * Size, Take = Size }, Leaving);
    }
}
