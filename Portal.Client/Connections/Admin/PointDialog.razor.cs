using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Stages;

namespace Portal.Client.Connections.Admin;

/// <summary>Asks which client certificate stages shall show instead of another, and proposes that.</summary>
public sealed partial class PointDialog
{
    private string _to = "";
    private Refusal? _refusal;
    private bool _busy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required Guid Connection { get; set; }

    /// <summary>The one that they show.</summary>
    [Parameter, EditorRequired]
    public required ClientCertificateView Of { get; set; }

    /// <summary>Those that they may show instead, the best first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ClientCertificateView> Others { get; set; }

    /// <returns>What was proposed; null where somebody thought better of it.</returns>
    public static async Task<PointedStages?> ShowAsync(IDialogService dialogs, Guid connection, ClientCertificateView of, IReadOnlyList<ClientCertificateView> others)
    {
        var parameters = new DialogParameters<PointDialog> { { dialog => dialog.Connection, connection }, { dialog => dialog.Of, of }, { dialog => dialog.Others, others } };
        var shown = await dialogs.ShowAsync<PointDialog>("Point stages", parameters, new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Small, FullWidth = true });

        return await shown.Result is { Canceled: false, Data: PointedStages pointed } ? pointed : null;
    }

    protected override void OnInitialized() => _to = Others[0].AwsId;

    private async Task ProposeAsync()
    {
        (_busy, _refusal) = (true, null);

        switch (await Portal.SendAsync(new PointAtCertificate { ConnectionId = Connection, From = Of.AwsId, To = _to }, Leaving))
        {
            case Answer<PointedStages>.Given(var pointed):
                Dialog.Close(DialogResult.Ok(pointed));
                break;
            case Answer<PointedStages>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }
}
