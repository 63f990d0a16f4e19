using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Connections;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>Makes room in a pipeline: a stage to which something can be promoted.</summary>
public sealed partial class AddStageDialog
{
    private readonly Draft _draft = new();
    private Load<IReadOnlyList<ConnectionView>>? _connections;

    [Parameter, EditorRequired]
    public required Guid ApiId { get; set; }

    [Parameter, EditorRequired]
    public required string ApiName { get; set; }

    private AddStage Request => new() { ApiId = ApiId, ConnectionId = _draft.ConnectionId, Name = _draft.Name?.Trim() ?? "" };

    /// <returns>The new stage; null if there is none.</returns>
    public static Task<StageView?> ShowAsync(IDialogService dialogs, Guid api, string name) =>
        dialogs.OpenAsync<AddStageDialog, StageView>("Add a stage", new() { { dialog => dialog.ApiId, api }, { dialog => dialog.ApiName, name } });

    protected override Task OnInitializedAsync() => LoadAsync();

    private static string Text(ConnectionView connection) => $"{connection.Name} ({connection.Region}){(connection.Writable ? "" : ", read-only")}";

    private async Task LoadAsync()
    {
        var known = await Portal.SendAsync(new ListConnections(), Leaving);

        // What can be written to stands first.
        _connections = known.Then<IReadOnlyList<ConnectionView>>(page => page.Items.OrderByDescending(connection => connection.Writable).ToList());

        if (_connections is Load<IReadOnlyList<ConnectionView>>.Ready([var first, ..]))
        {
            _draft.ConnectionId = first.Id;
        }
    }

    private Task SaveAsync() => SendAsync(Request);

    private sealed class Draft
    {
        public string? Name { get; set; }

        public Guid ConnectionId { get; set; }
    }
}
