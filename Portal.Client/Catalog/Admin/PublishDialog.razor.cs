using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Puts an API before those who are to use it: published, and for whom, in one step.</summary>
public sealed partial class PublishDialog
{
    private readonly Draft _draft = new();

    [Parameter, EditorRequired]
    public required ApiView Api { get; set; }

    /// <returns>The API as it is afterwards; null if nothing was changed.</returns>
    public static Task<ApiView?> ShowAsync(IDialogService dialogs, ApiView api) =>
        dialogs.OpenAsync<PublishDialog, ApiView>("Publish", new() { { dialog => dialog.Api, api } });

    private Task SaveAsync() => SendAsync(new ChangeApi
    {
        Id = Api.Id,
        Name = Api.Name,
        Description = Api.Description,
        Status = ApiStatus.Published,
        TeamId = Api.Team.Id,
        Audience = _draft.Audience,
        Version = Api.Version,
    });

    private sealed class Draft
    {
        /// <summary>Whoever publishes mostly means developers.</summary>
        public Audience Audience { get; set; } = Audience.Developers;
    }
}
