using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Chooses what answers the routes that name no integration. Saving makes a revision.</summary>
public sealed partial class DefaultIntegrationDialog
{
    private static readonly IntegrationKind[] Kinds = [IntegrationKind.Mock, IntegrationKind.HttpProxy, IntegrationKind.Lambda];

    private IntegrationDraft _draft = new();
    private EditSaving _saving = null!;
    private bool _busy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required Guid ApiId { get; set; }

    /// <summary>The revision that is edited.</summary>
    [Parameter, EditorRequired]
    public required int Revision { get; set; }

    /// <summary>What stands there now.</summary>
    [Parameter]
    public DefaultIntegrationView? Now { get; set; }

    /// <returns>The API with its new revision; null if nothing was changed.</returns>
    public static async Task<RevisedApi?> ShowAsync(IDialogService dialogs, Guid api, int revision, DefaultIntegrationView? now)
    {
        var parameters = new DialogParameters<DefaultIntegrationDialog>
        {
            { dialog => dialog.ApiId, api },
            { dialog => dialog.Revision, revision },
            { dialog => dialog.Now, now },
        };
        var shown = await dialogs.ShowAsync<DefaultIntegrationDialog>("Default integration", parameters, new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Small, FullWidth = true });

        return await shown.Result is { Canceled: false, Data: RevisedApi revised } ? revised : null;
    }

    protected override void OnInitialized() => _draft = IntegrationDraft.Of(Now);

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
