using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Says which part of a message names its route. Saving makes a revision.</summary>
public sealed partial class SelectionDialog
{
    private readonly Draft _draft = new();
    private EditSaving _saving = null!;
    private bool _busy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required Guid ApiId { get; set; }

    /// <summary>What is edited.</summary>
    [Parameter, EditorRequired]
    public required SocketRoutesView View { get; set; }

    /// <returns>The API with its new revision; null if nothing was changed.</returns>
    public static async Task<RevisedApi?> ShowAsync(IDialogService dialogs, Guid api, SocketRoutesView view)
    {
        var parameters = new DialogParameters<SelectionDialog>
        {
            { dialog => dialog.ApiId, api },
            { dialog => dialog.View, view },
        };
        var shown = await dialogs.ShowAsync<SelectionDialog>("Selection", parameters, SideDialog.Options);

        return await shown.Result is { Canceled: false, Data: RevisedApi revised } ? revised : null;
    }

    protected override void OnInitialized() => _draft.Expression = View.Selection ?? "$request.body.action";

    private async Task SaveAsync()
    {
        _busy = true;

        if (await _saving.SendAsync(new RouteEdit.SetRouteSelection { Expression = _draft.Expression?.Trim() ?? "" }) is { } revised)
        {
            Dialog.Close(revised);
        }

        _busy = false;
    }

    private sealed class Draft
    {
        public string? Expression { get; set; }
    }
}
