using MudBlazor;

namespace Portal.Client.Ui;

/// <summary>
/// Asks before a deed, on interactive pages.
/// <code>
/// if (await Dialogs.ConfirmAsync("Remove the API?", $"'{api.Name}' and its {count} revisions are removed from the catalog.", "Remove", dangerous: true))
/// </code>
/// </summary>
public static class Confirming
{
    /// <param name="dialogs">MudBlazor's dialogs, injected into the page.</param>
    /// <param name="title">The question.</param>
    /// <param name="sentence">What will happen, with the name of the thing in it.</param>
    /// <param name="verb">What the button says.</param>
    /// <param name="dangerous">Whether the button is red.</param>
    /// <param name="typed">What a person has to type first; null where a click is enough.</param>
    /// <returns>True where the person said yes; Escape and Cancel say no.</returns>
    public static async Task<bool> ConfirmAsync(this IDialogService dialogs, string title, string sentence, string verb, bool dangerous = false, string? typed = null)
    {
        var parameters = new DialogParameters<ConfirmDialog>
        {
            { dialog => dialog.Title, title },
            { dialog => dialog.Sentence, sentence },
            { dialog => dialog.Verb, verb },
            { dialog => dialog.Dangerous, dangerous },
            { dialog => dialog.Typed, typed },
        };
        var shown = await dialogs.ShowAsync<ConfirmDialog>(title, parameters, new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.ExtraSmall, FullWidth = true });

        return await shown.Result is { Canceled: false };
    }
}
