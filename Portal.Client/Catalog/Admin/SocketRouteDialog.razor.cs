using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Adds or changes one route of a WebSocket API. Saving makes a revision.</summary>
public sealed partial class SocketRouteDialog
{
    private static readonly string[] Parts = [nameof(SocketRouteDraft.Integration), nameof(SocketRouteDraft.Messages), nameof(SocketRouteDraft.Replies)];

    private SocketRouteDraft _draft = new();
    private EditSaving _saving = null!;
    private bool _busy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required Guid ApiId { get; set; }

    /// <summary>What is edited.</summary>
    [Parameter, EditorRequired]
    public required SocketRoutesView View { get; set; }

    /// <summary>Null adds one.</summary>
    [Parameter]
    public SocketRouteView? Route { get; set; }

    /// <summary>A document may name an integration that is not edited here; it stays until another is chosen.</summary>
    private SocketIntegrationType?[] Kinds =>
    [
        .. Route is { OtherIntegration: not null } ? [null] : Array.Empty<SocketIntegrationType?>(),
        .. Enum.GetValues<SocketIntegrationType>().Select(type => (SocketIntegrationType?)type),
    ];

    /// <returns>The API with its new revision; null if nothing was changed.</returns>
    public static async Task<RevisedApi?> ShowAsync(IDialogService dialogs, Guid api, SocketRoutesView view, SocketRouteView? route)
    {
        var parameters = new DialogParameters<SocketRouteDialog>
        {
            { dialog => dialog.ApiId, api },
            { dialog => dialog.View, view },
            { dialog => dialog.Route, route },
        };
        var shown = await dialogs.ShowAsync<SocketRouteDialog>("Route", parameters, SideDialog.Options);

        return await shown.Result is { Canceled: false, Data: RevisedApi revised } ? revised : null;
    }

    protected override void OnInitialized() => _draft = Route is null ? SocketRouteDraft.New(View) : SocketRouteDraft.Of(Route);

    private async Task SaveAsync()
    {
        _busy = true;

        if (await _saving.SendAsync(_draft.ToEdits()) is { } revised)
        {
            Dialog.Close(revised);
        }

        _busy = false;
    }
}
