using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>Says where the stages of a connection write down their calls.</summary>
public sealed partial class AccessLogsDialog
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
        ServiceUrl = Connection.ServiceUrl,
        AccessLogGroupArn = _draft.AccessLogGroupArn?.Trim() is { Length: > 0 } said ? said : null,
        TerraformTag = Connection.TerraformTag,
        Version = Connection.Version,
    };

    /// <returns>Whether it was changed.</returns>
    public static async Task<bool> ShowAsync(IDialogService dialogs, ConnectionView connection)
    {
        var parameters = new DialogParameters<AccessLogsDialog> { { dialog => dialog.Connection, connection } };
        var shown = await dialogs.ShowAsync<AccessLogsDialog>("Access logs", parameters, new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Small, FullWidth = true });

        return await shown.Result is { Canceled: false };
    }

    protected override void OnInitialized() => _draft.AccessLogGroupArn = Connection.AccessLogGroupArn;

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
        public string? AccessLogGroupArn { get; set; }
    }
}
