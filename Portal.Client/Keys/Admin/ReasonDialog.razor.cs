using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Portal.Client.Keys.Admin;

/// <summary>A question before something that somebody else has to be told why.</summary>
public sealed partial class ReasonDialog
{
    private readonly Draft _draft = new();

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What will happen, with the name of the thing in it.</summary>
    [Parameter, EditorRequired]
    public required string Sentence { get; set; }

    [Parameter, EditorRequired]
    public required string Verb { get; set; }

    /// <returns>The reason; null where the person said no.</returns>
    public static async Task<string?> AskAsync(IDialogService dialogs, string title, string sentence, string verb)
    {
        var parameters = new DialogParameters<ReasonDialog>
        {
            { dialog => dialog.Title, title },
            { dialog => dialog.Sentence, sentence },
            { dialog => dialog.Verb, verb },
        };
        var shown = await dialogs.ShowAsync<ReasonDialog>(title, parameters, new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.ExtraSmall, FullWidth = true });

        return await shown.Result is { Canceled: false, Data: string reason } ? reason : null;
    }

    private void Say()
    {
        if (_draft.Reason?.Trim() is { Length: > 0 } reason)
        {
            Dialog.Close(DialogResult.Ok(reason));
        }
    }

    private sealed class Draft
    {
        public string? Reason { get; set; }
    }
}
