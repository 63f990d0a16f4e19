using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>Makes an account and Region known.</summary>
public sealed partial class AddConnectionDialog
{
    private readonly Draft _draft = new();

    private AddConnection Request => new()
    {
        Name = _draft.Name?.Trim() ?? "",
        Region = _draft.Region?.Trim() ?? "",
        RoleArn = Typed.OrNull(_draft.RoleArn),
        ServiceUrl = Typed.OrNull(_draft.ServiceUrl),
        AccessLogGroupArn = Typed.OrNull(_draft.AccessLogGroupArn),
        TerraformTag = Typed.OrNull(_draft.TerraformTag),
    };

    /// <returns>The new connection; null if there is none.</returns>
    public static Task<ConnectionView?> ShowAsync(IDialogService dialogs) =>
        dialogs.OpenAsync<AddConnectionDialog, ConnectionView>("Add a connection", new());

    private Task AddAsync() => SendAsync(Request);

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
