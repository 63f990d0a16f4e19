using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Brings the next document of an API.</summary>
public sealed partial class ImportRevisionPage
{
    private Refusal? _refusal;
    private bool _busy;
    private bool _keep = true;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    public string? Tab { get; set; }

    [PersistentState]
    public Load<ApiView>? Api { get; set; }

    protected override async Task OnInitializedAsync() => Api ??= await Portal.SendAsync(new GetApi(Id), Leaving);

    private async Task LoadAsync() => Api = await Portal.SendAsync(new GetApi(Id), Leaving);

    private async Task ImportAsync(ApiView api, DocumentSource document)
    {
        (_busy, _refusal) = (true, null);
        switch (await Portal.SendAsync(new ImportRevision { ApiId = api.Id, Document = document, Version = api.Version, KeepSettings = _keep }, Leaving))
        {
            case Answer<RevisedApi>.Given:
                Navigation.NavigateTo($"apis/{api.Id}");
                break;
            case Answer<RevisedApi>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }
}
