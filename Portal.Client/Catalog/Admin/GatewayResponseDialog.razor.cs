using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Changes what API Gateway answers by itself, beside what it answers unless it is said. Saving makes a revision.</summary>
public sealed partial class GatewayResponseDialog
{
    private Draft _draft = new();

    /// <summary>What is edited.</summary>
    [Parameter, EditorRequired]
    public required int Revision { get; set; }

    [Parameter, EditorRequired]
    public required GatewayResponseView Response { get; set; }

    /// <returns>The API with its new revision; null if nothing was changed.</returns>
    public static Task<RevisedApi?> ShowAsync(IDialogService dialogs, Guid api, int revision, GatewayResponseView response) => dialogs.OpenAsync<GatewayResponseDialog, RevisedApi>(
        "Gateway response",
        new()
        {
            { dialog => dialog.ApiId, api },
            { dialog => dialog.Revision, revision },
            { dialog => dialog.Response, response },
        },
        SideDialog.Options);

    protected override void OnInitialized() => _draft = new()
    {
        Status = Response.Status,
        Headers = PairDraft.Of(Response.Headers),
        Templates = PairDraft.Of(Response.Templates),
    };

    private async Task SaveAsync()
    {
        var edit = new RouteEdit.SetGatewayResponse
        {
            Type = Response.Type,
            Status = _draft.Status?.Trim() is { Length: > 0 } status ? status : null,
            Headers = PairDraft.ToPairs(_draft.Headers),
            Templates = PairDraft.ToPairs(_draft.Templates),
        };

        await SendAsync(edit);
    }

    private sealed class Draft
    {
        public string? Status { get; set; }

        public List<PairDraft> Headers { get; init; } = [];

        public List<PairDraft> Templates { get; init; } = [];
    }
}
