using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>Says what a client certificate is for: a new one, one in the place of another, or the one there is.</summary>
public sealed partial class CertificateDialog
{
    private readonly Draft _draft = new();
    private Guid _team;

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
        _ => "A new certificate is generated. Have the backends trust it, point the stages of the old one at it on this page, which is a change set for each API, and delete the old one when no stage shows it any more.",
    };

    private ProposeClientCertificate Request => new() { ConnectionId = Connection, TeamId = _team, Description = _draft.Description ?? "", Replaces = Of?.AwsId };

    /// <returns>The run that was proposed; null where nothing was.</returns>
    public static Task<ProposedChange?> ShowAsync(IDialogService dialogs, Guid connection, ClientCertificateView? of = null, bool describes = false) =>
        dialogs.OpenAsync<CertificateDialog, ProposedChange>("Client certificate", new() { { dialog => dialog.Connection, connection }, { dialog => dialog.Of, of }, { dialog => dialog.Describes, describes } });

    protected override void OnInitialized() => _draft.Description = Of?.Description;

    private Task SaveAsync() => SendAsync(Of is { Id: { } id } && Describes
        ? new ProposeCertificateDescription { ConnectionId = Connection, Id = id, TeamId = _team, Description = _draft.Description ?? "" }
        : Request);

    private sealed class Draft
    {
        public string? Description { get; set; }
    }
}
