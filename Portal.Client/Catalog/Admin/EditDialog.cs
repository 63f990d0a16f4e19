using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>
/// A dialog whose form edits a document: it closes with the API and its new revision.
/// <code>
/// @inherits EditDialog
///
/// &lt;EditSaving @ref="Saving" ApiId="ApiId" Revision="Revision" /&gt;
///
/// private Task SaveAsync() => SendAsync(_draft.ToEdits());
/// </code>
/// </summary>
public abstract class EditDialog : PortalPage
{
    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required Guid ApiId { get; set; }

    protected EditSaving Saving { get; set; } = null!;

    /// <summary>While it is saved.</summary>
    protected bool Busy { get; private set; }

    protected async Task SendAsync(params IReadOnlyList<RouteEdit> edits)
    {
        Busy = true;

        if (await Saving.SendAsync(edits) is { } revised)
        {
            Dialog.Close(revised);
        }

        Busy = false;
    }
}
