using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Chooses what answers the routes that name no integration. Saving makes a revision.</summary>
public sealed partial class DefaultIntegrationDialog
{
    private IntegrationDraft _draft = new();

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
    public static Task<RevisedApi?> ShowAsync(IDialogService dialogs, ApiView api, int revision, DefaultIntegrationView? now) => dialogs.OpenAsync<DefaultIntegrationDialog, RevisedApi>(
        "Default integration",
        new()
        {
            { dialog => dialog.ApiId, api.Id },
            { dialog => dialog.Protocol, api.Protocol },
            { dialog => dialog.Revision, revision },
            { dialog => dialog.Now, now },
        });

    protected override void OnInitialized()
    {
        _draft = IntegrationDraft.Of(Now);

        if (!Kinds.Contains(_draft.Kind))
        {
            _draft.Kind = Kinds[0];
        }
    }

    private Task SaveAsync() => SendAsync(new RouteEdit.SetDefaultIntegration { Integration = _draft.ToDefault() });
}
