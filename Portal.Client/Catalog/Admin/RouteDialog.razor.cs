using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Catalog;
using RouteView = Portal.Shared.Catalog.RouteView;

namespace Portal.Client.Catalog.Admin;

/// <summary>Adds or changes one route. Saving makes a revision.</summary>
public sealed partial class RouteDialog
{
    private static readonly string[] Parts = [nameof(RouteDraft.Options), nameof(RouteDraft.Cors)];

    private RouteDraft _draft = new();

    /// <summary>Of the API: an HTTP API has neither API keys nor mocks, and answers preflights itself.</summary>
    [Parameter]
    public Protocol Protocol { get; set; } = Protocol.Rest;

    /// <summary>What is edited.</summary>
    [Parameter, EditorRequired]
    public required RoutesView View { get; set; }

    /// <summary>Null adds one.</summary>
    [Parameter]
    public RouteView? Route { get; set; }

    private IntegrationKind[] Kinds =>
    [
        .. Route?.Integration is IntegrationView.Other ? [IntegrationKind.Kept] : Array.Empty<IntegrationKind>(),
        IntegrationKind.Default,
        .. Protocol is Protocol.Rest ? [IntegrationKind.Mock, IntegrationKind.HttpProxy, IntegrationKind.Http] : new[] { IntegrationKind.HttpProxy },
        IntegrationKind.Lambda,
        // A document may say of an HTTP API what it cannot have; it is shown until something else is chosen.
        .. Protocol is Protocol.Http && Route?.Integration is IntegrationView.Mock ? [IntegrationKind.Mock] : Array.Empty<IntegrationKind>(),
        .. Protocol is Protocol.Http && Route?.Integration is IntegrationView.Http ? [IntegrationKind.Http] : Array.Empty<IntegrationKind>(),
    ];

    /// <returns>The API with its new revision; null if nothing was changed.</returns>
    public static Task<RevisedApi?> ShowAsync(IDialogService dialogs, ApiView api, RoutesView view, RouteView? route) => dialogs.OpenAsync<RouteDialog, RevisedApi>(
        "Route",
        new()
        {
            { dialog => dialog.ApiId, api.Id },
            { dialog => dialog.Protocol, api.Protocol },
            { dialog => dialog.View, view },
            { dialog => dialog.Route, route },
        },
        SideDialog.Options);

    protected override void OnInitialized() => _draft = Route is null ? RouteDraft.New(View.DefaultIntegration is not null, Protocol) : RouteDraft.Of(Route);

    private Task SaveAsync() => SendAsync(_draft.ToEdits());
}
