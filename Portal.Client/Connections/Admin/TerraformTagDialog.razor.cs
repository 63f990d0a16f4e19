using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>Says by which tag things that Terraform owns are known.</summary>
public sealed partial class TerraformTagDialog
{
    private readonly Draft _draft = new();
    private FormErrors _errors = null!;
    private bool _busy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required ConnectionView Connection { get; set; }

    private ChangeConnection Request => new()
    {
        Id = Connection.Id,
        Name = Connection.Name,
        RoleArn = Connection.RoleArn,
        ServiceUrl = Connection.IsSandbox ? null : Connection.ServiceUrl,
        AccessLogGroupArn = Connection.AccessLogGroupArn,
        TerraformTag = _draft.TerraformTag?.Trim() is { Length: > 0 } said ? said : null,
        Version = Connection.Version,
    };

    /// <returns>Whether it was changed.</returns>
    public static async Task<bool> ShowAsync(IDialogService dialogs, ConnectionView connection)
    {
        var parameters = new DialogParameters<TerraformTagDialog> { { dialog => dialog.Connection, connection } };
        var shown = await dialogs.ShowAsync<TerraformTagDialog>("Terraform", parameters, new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Small, FullWidth = true });

        return await shown.Result is { Canceled: false };
    }

    protected override void OnInitialized() => _draft.TerraformTag = Connection.TerraformTag;

    private async Task SaveAsync()
    {
        _busy = true;
        switch (await Portal.SendAsync(Request, Leaving))
        {
            case Answer<ConnectionView>.Given:
                Dialog.Close();
                break;
            case Answer<ConnectionView>.Refused(var refusal):
                _errors.Show(refusal);
                break;
        }

        _busy = false;
    }

    private sealed class Draft
    {
        public string? TerraformTag { get; set; }
    }
}
