using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>Says by which tag things that Terraform owns are known.</summary>
public sealed partial class TerraformTagDialog
{
    private readonly Draft _draft = new();

    [Parameter, EditorRequired]
    public required ConnectionView Connection { get; set; }

    private ChangeConnection Request => ChangeConnection.Of(Connection) with { TerraformTag = Typed.OrNull(_draft.TerraformTag) };

    /// <returns>The connection as it is afterwards; null if nothing was changed.</returns>
    public static Task<ConnectionView?> ShowAsync(IDialogService dialogs, ConnectionView connection) =>
        dialogs.OpenAsync<TerraformTagDialog, ConnectionView>("Terraform", new() { { dialog => dialog.Connection, connection } });

    protected override void OnInitialized() => _draft.TerraformTag = Connection.TerraformTag;

    private Task SaveAsync() => SendAsync(Request);

    private sealed class Draft
    {
        public string? TerraformTag { get; set; }
    }
}
