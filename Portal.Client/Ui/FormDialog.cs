using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Shared;

namespace Portal.Client.Ui;

/// <summary>
/// A dialog whose form sends a request: it closes with what the portal answers, and stays open where that is a refusal, which then stands in the form.
/// <code>
/// @inherits FormDialog&lt;ApiView&gt;
///
/// &lt;FormErrors @ref="Errors" /&gt;
/// ...
/// &lt;DialogDeeds Form="publish-api" Verb="Publish" Busy="Busy" /&gt;
///
/// private Task SaveAsync() => SendAsync(Request);
/// </code>
/// </summary>
public abstract class FormDialog<T> : PortalPage
{
    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    protected FormErrors Errors { get; set; } = null!;

    /// <summary>While it is waited for an answer.</summary>
    protected bool Busy { get; set; }

    protected async Task SendAsync(IRequest<T> request)
    {
        Busy = true;

        switch (await Portal.SendAsync(request, Leaving))
        {
            case Answer<T>.Given(var given):
                Dialog.Close(DialogResult.Ok(given));
                break;
            case Answer<T>.Refused(var refusal):
                Errors.Show(refusal);
                break;
        }

        Busy = false;
    }
}
