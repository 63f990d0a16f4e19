using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Asks before something is taken out of a document, takes it out, and says it where that is refused.</summary>
internal static class Removing
{
    /// <returns>The API with its new revision; null if nothing was changed.</returns>
    public static async Task<RevisedApi?> RemoveAsync(this IDialogService dialogs, IPortal portal, Guid api, int revision, string title, string sentence, RouteEdit edit, CancellationToken cancellationToken)
    {
        if (!await dialogs.ConfirmAsync(title, sentence, "Remove", dangerous: true))
        {
            return null;
        }

        switch (await portal.SendAsync(new EditRoutes { ApiId = api, BaseRevision = revision, Edits = [edit] }, cancellationToken))
        {
            case Answer<RevisedApi>.Given(var revised):
                return revised;
            case Answer<RevisedApi>.Refused(var refusal):
                await dialogs.ShowMessageBoxAsync(refusal.Title, refusal.Detail);
                break;
        }

        return null;
    }
}
