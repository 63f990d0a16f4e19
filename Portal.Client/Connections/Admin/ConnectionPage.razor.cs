using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>One connection, with what is left of AWS's quotas there.</summary>
public sealed partial class ConnectionPage
{
    private Guid _shown;

    [Parameter]
    public Guid Id { get; set; }

    [PersistentState]
    public Load<ConnectionView>? Connection { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (Connection is null || (_shown != Guid.Empty && _shown != Id))
        {
            Connection = null;
            await LoadAsync();
        }

        _shown = Id;
    }

    private async Task LoadAsync() => Connection = await Portal.SendAsync(new GetConnection(Id), Leaving);
}
