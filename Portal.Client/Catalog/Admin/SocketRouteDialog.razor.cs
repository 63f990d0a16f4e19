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
    public static Task<RevisedApi?> ShowAsync(IDialogService dialogs, Guid api, SocketRoutesView view, SocketRouteView? route) => dialogs.OpenAsync<SocketRouteDialog, RevisedApi>(
        "Route",
        new()
        {
            { dialog => dialog.ApiId, api },
            { dialog => dialog.View, view },
            { dialog => dialog.Route, route },
        },
        SideDialog.Options);

    protected override void OnInitialized() => _draft = Route is null ? SocketRouteDraft.New(View) : SocketRouteDraft.Of(Route);

    private Task SaveAsync() => SendAsync(_draft.ToEdits());
}
