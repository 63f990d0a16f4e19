using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>Says as whom API Gateway writes logs in an account and Region.</summary>
public sealed partial class LogRoleDialog
{
    private readonly Draft _draft = new();
    private Guid _team;

    [Parameter, EditorRequired]
    public required ConnectionView Connection { get; set; }

    [Parameter, EditorRequired]
    public required AccountSettingsView Settings { get; set; }

    private ProposeAccountSettings Request => new() { ConnectionId = Connection.Id, TeamId = _team, LogRoleArn = Typed.OrNull(_draft.LogRoleArn) };

    /// <returns>The run that was proposed; null where nothing was.</returns>
    public static Task<ProposedChange?> ShowAsync(IDialogService dialogs, ConnectionView connection, AccountSettingsView settings) =>
        dialogs.OpenAsync<LogRoleDialog, ProposedChange>("Log role", new() { { dialog => dialog.Connection, connection }, { dialog => dialog.Settings, settings } });

    protected override void OnInitialized() => _draft.LogRoleArn = Settings.LogRoleArn;

    private Task SaveAsync() => SendAsync(Request);

    private sealed class Draft
    {
        public string? LogRoleArn { get; set; }
    }
}
