using Microsoft.AspNetCore.Components;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>What an approver must know before reading on: what would be destroyed, and whether anything can be applied at all.</summary>
public sealed partial class RunWarnings
{
    [Parameter, EditorRequired]
    public required RunView Run { get; set; }

    [PersistentState]
    public Known? Told { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Told is null && await Portal.SendAsync(new ListConnections(), Leaving) is Answer<Page<ConnectionView>>.Given({ Items: var connections }))
        {
            Told = new Known(connections.FirstOrDefault(connection => connection.Id == Run.Connection && !connection.Writable)?.Name);
        }
    }

    /// <summary>The name of the connection, where it is read-only.</summary>
    public sealed record Known(string? ReadOnly);
}
