using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Brings the next document of an API.</summary>
public sealed partial class ImportRevisionPage
{
    private readonly Dictionary<string, MergeSide> _choices = [];
    private Refusal? _refusal;
    private bool _busy;
    private bool _keep = true;
    private DocumentSource? _document;
    private RevisionPreview? _preview;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    public string? Tab { get; set; }

    [PersistentState]
    public Load<ApiView>? Api { get; set; }

    protected override async Task OnInitializedAsync() => Api ??= await Portal.SendAsync(new GetApi(Id), Leaving);

    private async Task LoadAsync() => Api = await Portal.SendAsync(new GetApi(Id), Leaving);

    /// <summary>Where something was made here, it is shown what becomes of it before anything is saved.</summary>
    private async Task SendAsync(ApiView api, DocumentSource document)
    {
        (_busy, _refusal, _document) = (true, null, document);
        _choices.Clear();

        switch (_keep ? await Portal.SendAsync(new PreviewRevision { ApiId = api.Id, Document = document }, Leaving) : null)
        {
            case Answer<RevisionPreview>.Given({ Kept: [], PutBack: [], Findings: [], Conflicts: [], NotMerged: null }) or null:
                await ImportAsync(api);
                break;
            case Answer<RevisionPreview>.Given(var preview):
                _preview = preview;
                break;
            case Answer<RevisionPreview>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }

    private async Task ImportAsync(ApiView api)
    {
        (_busy, _refusal) = (true, null);
        switch (await Portal.SendAsync(new ImportRevision { ApiId = api.Id, Document = _document!, Version = api.Version, KeepSettings = _keep, Choices = new Dictionary<string, MergeSide>(_choices) }, Leaving))
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
