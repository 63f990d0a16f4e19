using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>What belongs to an account and Region rather than to one API: the ways to it, and as whom API Gateway writes logs. AWS is asked when somebody wants to know.</summary>
public sealed partial class AccountPanel
{
    private AccountSettingsView? _settings;
    private Refusal? _refusal;
    private bool _busy;

    [Parameter, EditorRequired]
    public required ConnectionView Connection { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    private async Task LookAsync()
    {
        (_busy, _refusal) = (true, null);
        StateHasChanged();
        switch (await Portal.SendAsync(new GetAccountSettings(Connection.Id), Leaving))
        {
            case Answer<AccountSettingsView>.Given(var settings):
                _settings = settings;
                break;
            case Answer<AccountSettingsView>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }

    private async Task ChangeAsync(AccountSettingsView settings)
    {
        if (await LogRoleDialog.ShowAsync(Dialogs, Connection, settings) is { } proposed)
        {
            Navigation.NavigateTo($"runs/{proposed.RunId}");
        }
    }
}
