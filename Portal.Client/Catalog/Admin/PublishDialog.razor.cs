using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Puts an API before those who are to use it: published, and for whom, in one step.</summary>
public sealed partial class PublishDialog
{
    private readonly Draft _draft = new();
    private FormErrors _errors = null!;
    private bool _busy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required ApiView Api { get; set; }

    /// <returns>The API as it is afterwards; null if nothing was changed.</returns>
    public static async Task<ApiView?> ShowAsync(IDialogService dialogs, ApiView api)
    {
        var parameters = new DialogParameters<PublishDialog> { { dialog => dialog.Api, api } };
        var shown = await dialogs.ShowAsync<PublishDialog>("Publish", parameters, new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Small, FullWidth = true });

        return await shown.Result is { Canceled: false, Data: ApiView published } ? published : null;
    }

    private async Task SaveAsync()
    {
        _busy = true;
        var request = new ChangeApi
        {
            Id = Api.Id,
            Name = Api.Name,
            Description = Api.Description,
            Status = ApiStatus.Published,
            TeamId = Api.Team.Id,
            Audience = _draft.Audience,
            Version = Api.Version,
        };

        switch (await Portal.SendAsync(request, Leaving))
        {
            case Answer<ApiView>.Given(var published):
                Dialog.Close(published);
                break;
            case Answer<ApiView>.Refused(var refusal):
                _errors.Show(refusal);
                break;
        }

        _busy = false;
    }

    private sealed class Draft
    {
        /// <summary>Whoever publishes mostly means developers.</summary>
        public Audience Audience { get; set; } = Audience.Developers;
    }
}
