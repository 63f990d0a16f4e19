using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>Says as whom API Gateway writes logs in an account and Region.</summary>
public sealed partial class LogRoleDialog
{
    private readonly Draft _draft = new();
    private FormErrors _errors = null!;
    private Guid _team;
    private bool _busy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required ConnectionView Connection { get; set; }

    [Parameter, EditorRequired]
    public required AccountSettingsView Settings { get; set; }

    private ProposeAccountSettings Request => new() { ConnectionId = Connection.Id, TeamId = _team, LogRoleArn = _draft.LogRoleArn?.Trim() is { Length: > 0 } said ? said : null };

    /// <returns>The run that was proposed; null where nothing was.</returns>
    public static async Task<ProposedChange?> ShowAsync(IDialogService dialogs, ConnectionView connection, AccountSettingsView settings)
    {
        var parameters = new DialogParameters<LogRoleDialog> { { dialog => dialog.Connection, connection }, { dialog => dialog.Settings, settings } };
        var shown = await dialogs.ShowAsync<LogRoleDialog>("Log role", parameters, new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Small, FullWidth = true });

        return await shown.Result is { Canceled: false, Data: ProposedChange proposed } ? proposed : null;
    }

    protected override void OnInitialized() => _draft.LogRoleArn = Settings.LogRoleArn;

    private async Task SaveAsync()
    {
        _busy = true;
        switch (await Portal.SendAsync(Request, Leaving))
        {
            case Answer<ProposedChange>.Given(var proposed):
                Dialog.Close(DialogResult.Ok(proposed));
                break;
            case Answer<ProposedChange>.Refused(var refusal):
                _errors.Show(refusal);
                break;
        }

        _busy = false;
    }

    private sealed class Draft
    {
        public string? LogRoleArn { get; set; }
    }
}
