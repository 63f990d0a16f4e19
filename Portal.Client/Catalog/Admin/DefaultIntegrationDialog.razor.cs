using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Chooses what answers the routes that name no integration. Saving makes a revision.</summary>
public sealed partial class DefaultIntegrationDialog
{
    private IntegrationDraft _draft = new();
    private EditSaving _saving = null!;
    private bool _busy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required Guid ApiId { get; set; }

    /// <summary>Of the API: an HTTP API has no mocks.</summary>
    [Parameter]
    public Protocol Protocol { get; set; } = Protocol.Rest;

    /// <summary>The revision that is edited.</summary>
    [Parameter, EditorRequired]
    public required int Revision { get; set; }

    /// <summary>What stands there now.</summary>
    [Parameter]
    public DefaultIntegrationView? Now { get; set; }

    private IntegrationKind[] Kinds => Protocol is Protocol.Rest ? [IntegrationKind.Mock, IntegrationKind.HttpProxy, IntegrationKind.Lambda] : [IntegrationKind.HttpProxy, IntegrationKind.Lambda];

    /// <returns>The API with its new revision; null if nothing was changed.</returns>
    public static async Task<RevisedApi?> ShowAsync(IDialogService dialogs, ApiView api, int revision, DefaultIntegrationView? now)
    {
        var parameters = new DialogParameters<DefaultIntegrationDialog>
        {
            { dialog => dialog.ApiId, api.Id },
            { dialog => dialog.Protocol, api.Protocol },
            { dialog => dialog.Revision, revision },
            { dialog => dialog.Now, now },
        };
        var shown = await dialogs.ShowAsync<DefaultIntegrationDialog>("Default integration", parameters, new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Small, FullWidth = true });

        return await shown.Result is { Canceled: false, Data: RevisedApi revised } ? revised : null;
    }

    protected override void OnInitialized()
    {
        _draft = IntegrationDraft.Of(Now);

        if (!Kinds.Contains(_draft.Kind))
        {
            _draft.Kind = Kinds[0];
        }
    }

    private async Task SaveAsync()
    {
        _busy = true;

        if (await _saving.SendAsync(new RouteEdit.SetDefaultIntegration { Integration = _draft.ToDefault() }) is { } revised)
        {
            Dialog.Close(revised);
        }

        _busy = false;
    }
}
