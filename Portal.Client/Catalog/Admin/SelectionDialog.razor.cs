using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Says which part of a message names its route. Saving makes a revision.</summary>
public sealed partial class SelectionDialog
{
    private readonly Draft _draft = new();

    /// <summary>What is edited.</summary>
    [Parameter, EditorRequired]
    public required SocketRoutesView View { get; set; }

    /// <returns>The API with its new revision; null if nothing was changed.</returns>
    public static Task<RevisedApi?> ShowAsync(IDialogService dialogs, Guid api, SocketRoutesView view) => dialogs.OpenAsync<SelectionDialog, RevisedApi>(
        "Selection",
        new()
        {
            { dialog => dialog.ApiId, api },
            { dialog => dialog.View, view },
        },
        SideDialog.Options);

    protected override void OnInitialized() => _draft.Expression = View.Selection ?? RouteMessage.DefaultSelection;

    private Task SaveAsync() => SendAsync(new RouteEdit.SetRouteSelection { Expression = _draft.Expression?.Trim() ?? "" });

    private sealed class Draft
    {
        public string? Expression { get; set; }
    }
}
