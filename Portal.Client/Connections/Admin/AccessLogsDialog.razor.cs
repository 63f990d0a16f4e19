using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>Says where the stages of a connection write down their calls.</summary>
public sealed partial class AccessLogsDialog
{
    private readonly Draft _draft = new();

    [Parameter, EditorRequired]
    public required ConnectionView Connection { get; set; }

    private ChangeConnection Request => ChangeConnection.Of(Connection) with { AccessLogGroupArn = Typed.OrNull(_draft.AccessLogGroupArn) };

    /// <returns>The connection as it is afterwards; null if nothing was changed.</returns>
    public static Task<ConnectionView?> ShowAsync(IDialogService dialogs, ConnectionView connection) =>
        dialogs.OpenAsync<AccessLogsDialog, ConnectionView>("Access logs", new() { { dialog => dialog.Connection, connection } });

    protected override void OnInitialized() => _draft.AccessLogGroupArn = Connection.AccessLogGroupArn;

    private Task SaveAsync() => SendAsync(Request);

    private sealed class Draft
    {
        public string? AccessLogGroupArn { get; set; }
    }
}
