using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>Where the portal may look and write: accounts and Regions of AWS, and the sandbox.</summary>
public sealed partial class ConnectionsPage
{
    [PersistentState]
    public Load<Page<ConnectionView>>? Connections { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    protected override async Task OnInitializedAsync() => Connections ??= await Portal.SendAsync(new ListConnections(), Leaving);

    private async Task LoadAsync() => Connections = await Portal.SendAsync(new ListConnections(), Leaving);

    private async Task AddAsync()
    {
        if (await AddConnectionDialog.ShowAsync(Dialogs) is not null)
        {
            await LoadAsync();
        }
    }
}
