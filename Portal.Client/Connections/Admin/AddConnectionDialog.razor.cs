using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>Makes an account and Region known.</summary>
public sealed partial class AddConnectionDialog
{
    private readonly Draft _draft = new();
    private FormErrors _errors = null!;
    private bool _busy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    private AddConnection Request => new()
    {
        Name = _draft.Name?.Trim() ?? "",
        Region = _draft.Region?.Trim() ?? "",
        RoleArn = OrNull(_draft.RoleArn),
        ServiceUrl = OrNull(_draft.ServiceUrl),
        AccessLogGroupArn = OrNull(_draft.AccessLogGroupArn),
        TerraformTag = OrNull(_draft.TerraformTag),
    };

    /// <returns>Whether one was added.</returns>
    public static async Task<bool> ShowAsync(IDialogService dialogs)
    {
        var shown = await dialogs.ShowAsync<AddConnectionDialog>("Add a connection", new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Small, FullWidth = true });

        return await shown.Result is { Canceled: false };
    }

    private static string? OrNull(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;

    private async Task AddAsync()
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
        public string? Name { get; set; }

        public string? Region { get; set; }

        public string? RoleArn { get; set; }

        public string? ServiceUrl { get; set; }

        public string? AccessLogGroupArn { get; set; }

        public string? TerraformTag { get; set; }
    }
}
