using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>Says what a new VPC link is called and where it leads, or another name for one that is there.</summary>
public sealed partial class VpcLinkDialog
{
    private readonly Draft _draft = new();
    private Guid _team;

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
        Description = Typed.OrNull(_draft.Description),
        TargetArn = Typed.OrNull(_draft.TargetArn),
        SubnetIds = Ids(_draft.SubnetIds),
        SecurityGroupIds = Ids(_draft.SecurityGroupIds),
    };

    private ProposeVpcLinkChange Change => new() { ConnectionId = Connection, Id = Of?.Id ?? Guid.Empty, TeamId = _team, Name = _draft.Name ?? "", Description = Typed.OrNull(_draft.Description) };

    /// <returns>The run that was proposed; null where nothing was.</returns>
    public static Task<ProposedChange?> ShowAsync(IDialogService dialogs, Guid connection, VpcLinkView? of) =>
        dialogs.OpenAsync<VpcLinkDialog, ProposedChange>("VPC link", new() { { dialog => dialog.Connection, connection }, { dialog => dialog.Of, of } });

    protected override void OnInitialized() => (_draft.Name, _draft.Description) = (Of?.Name, Of?.Description);

    private Task<ValidationResult> CheckAsync(CancellationToken cancellationToken) =>
        Of is null ? new ProposeVpcLinkValidator().ValidateAsync(NewLink, cancellationToken) : new ProposeVpcLinkChangeValidator().ValidateAsync(Change, cancellationToken);

    private Task SaveAsync() => SendAsync(Of is null ? NewLink : Change);

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
