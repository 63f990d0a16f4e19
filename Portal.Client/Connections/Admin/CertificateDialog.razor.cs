using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>Says what a client certificate is for: a new one, one in the place of another, or the one there is.</summary>
public sealed partial class CertificateDialog
{
    private readonly Draft _draft = new();
    private FormErrors _errors = null!;
    private Guid _team;
    private bool _busy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required Guid Connection { get; set; }

    /// <summary>The one whose place it shall take, or whose description changes; null for one of its own.</summary>
    [Parameter]
    public ClientCertificateView? Of { get; set; }

    /// <summary>Whether only the description of <see cref="Of"/> changes.</summary>
    [Parameter]
    public bool Describes { get; set; }

    private string Title => (Of, Describes) switch
    {
        (null, _) => "Generate a client certificate",
        (_, true) => "Change the description",
        _ => $"Rotate {Of.Description ?? Of.AwsId}",
    };

    private string Sentence => (Of, Describes) switch
    {
        (null, _) => "AWS makes a key and signs a certificate for it, for a year. A stage that names it shows it to backends, which so know that it is API Gateway that calls.",
        (_, true) => "Nothing else of the certificate changes.",
        _ => "A new certificate is generated. Have the backends trust it, point the stages at it, and delete the old one when no stage shows it any more.",
    };

    private ProposeClientCertificate Request => new() { ConnectionId = Connection, TeamId = _team, Description = _draft.Description ?? "", Replaces = Of?.AwsId };

    /// <returns>The run that was proposed; null where nothing was.</returns>
    public static async Task<Guid?> ShowAsync(IDialogService dialogs, Guid connection, ClientCertificateView? of = null, bool describes = false)
    {
        var parameters = new DialogParameters<CertificateDialog> { { dialog => dialog.Connection, connection }, { dialog => dialog.Of, of }, { dialog => dialog.Describes, describes } };
        var shown = await dialogs.ShowAsync<CertificateDialog>("Client certificate", parameters, new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Small, FullWidth = true });

        return await shown.Result is { Canceled: false, Data: Guid run } ? run : null;
    }

    protected override void OnInitialized() => _draft.Description = Of?.Description;

    private async Task SaveAsync()
    {
        _busy = true;
        IRequest<ProposedChange> request = Of is { Id: { } id } && Describes
            ? new ProposeCertificateDescription { ConnectionId = Connection, Id = id, TeamId = _team, Description = _draft.Description ?? "" }
            : Request;

        switch (await Portal.SendAsync(request, Leaving))
        {
            case Answer<ProposedChange>.Given(var proposed):
                Dialog.Close(DialogResult.Ok(proposed.RunId));
                break;
            case Answer<ProposedChange>.Refused(var refusal):
                _errors.Show(refusal);
                break;
        }

        _busy = false;
    }

    private sealed class Draft
    {
        public string? Description { get; set; }
    }
}
