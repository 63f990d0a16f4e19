using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>Says what a new VPC link is called and where it leads, or another name for one that is there.</summary>
public sealed partial class VpcLinkDialog
{
    private readonly Draft _draft = new();
    private FormErrors _errors = null!;
    private Guid _team;
    private bool _busy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required Guid Connection { get; set; }

    /// <summary>The one that is renamed; null for a new one.</summary>
    [Parameter]
    public VpcLinkView? Of { get; set; }

    private ProposeVpcLink NewLink => new()
    {
        ConnectionId = Connection,
        TeamId = _team,
        Name = _draft.Name ?? "",
        Description = Said(_draft.Description),
        TargetArn = Said(_draft.TargetArn),
        SubnetIds = Ids(_draft.SubnetIds),
        SecurityGroupIds = Ids(_draft.SecurityGroupIds),
    };

    private ProposeVpcLinkChange Change => new() { ConnectionId = Connection, Id = Of?.Id ?? Guid.Empty, TeamId = _team, Name = _draft.Name ?? "", Description = Said(_draft.Description) };

    /// <returns>The run that was proposed; null where nothing was.</returns>
    public static async Task<Guid?> ShowAsync(IDialogService dialogs, Guid connection, VpcLinkView? of)
    {
        var parameters = new DialogParameters<VpcLinkDialog> { { dialog => dialog.Connection, connection }, { dialog => dialog.Of, of } };
        var shown = await dialogs.ShowAsync<VpcLinkDialog>("VPC link", parameters, new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Small, FullWidth = true });

        return await shown.Result is { Canceled: false, Data: Guid run } ? run : null;
    }

    protected override void OnInitialized() => (_draft.Name, _draft.Description) = (Of?.Name, Of?.Description);

    private Task<ValidationResult> CheckAsync(CancellationToken cancellationToken) =>
        Of is null ? new ProposeVpcLinkValidator().ValidateAsync(NewLink, cancellationToken) : new ProposeVpcLinkChangeValidator().ValidateAsync(Change, cancellationToken);

    private async Task SaveAsync()
    {
        _busy = true;
        IRequest<ProposedChange> request = Of is null ? NewLink : Change;
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

    private static string? Said(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;

    private static string[] Ids(string? text) => text?.Split([',', ' ', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private sealed class Draft
    {
        public string? Name { get; set; }

        public string? Description { get; set; }

        public string? TargetArn { get; set; }

        public string? SubnetIds { get; set; }

        public string? SecurityGroupIds { get; set; }
    }
}
