using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Changes what API Gateway answers by itself, beside what it answers unless it is said. Saving makes a revision.</summary>
public sealed partial class GatewayResponseDialog
{
    private Draft _draft = new();
    private EditSaving _saving = null!;
    private bool _busy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required Guid ApiId { get; set; }

    /// <summary>What is edited.</summary>
    [Parameter, EditorRequired]
    public required int Revision { get; set; }

    [Parameter, EditorRequired]
    public required GatewayResponseView Response { get; set; }

    /// <returns>The API with its new revision; null if nothing was changed.</returns>
    public static async Task<RevisedApi?> ShowAsync(IDialogService dialogs, Guid api, int revision, GatewayResponseView response)
    {
        var parameters = new DialogParameters<GatewayResponseDialog>
        {
            { dialog => dialog.ApiId, api },
            { dialog => dialog.Revision, revision },
            { dialog => dialog.Response, response },
        };
        var shown = await dialogs.ShowAsync<GatewayResponseDialog>("Gateway response", parameters, SideDialog.Options);

        return await shown.Result is { Canceled: false, Data: RevisedApi revised } ? revised : null;
    }

    protected override void OnInitialized() => _draft = new()
    {
        Status = Response.Status,
        Headers = PairDraft.Of(Response.Headers),
        Templates = PairDraft.Of(Response.Templates),
    };

    private async Task SaveAsync()
    {
        _busy = true;
        var edit = new RouteEdit.SetGatewayResponse
        {
            Type = Response.Type,
            Status = _draft.Status?.Trim() is { Length: > 0 } status ? status : null,
            Headers = PairDraft.ToPairs(_draft.Headers),
            Templates = PairDraft.ToPairs(_draft.Templates),
        };

        if (await _saving.SendAsync(edit) is { } revised)
        {
            Dialog.Close(revised);
        }

        _busy = false;
    }

    private sealed class Draft
    {
        public string? Status { get; set; }

        public List<PairDraft> Headers { get; init; } = [];

        public List<PairDraft> Templates { get; init; } = [];
    }
}
