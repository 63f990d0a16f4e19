using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Portal.Client.Connections.Admin;

/// <summary>Asks whose change a change set shall be, where nothing else is to be said.</summary>
public sealed partial class TeamDialog
{
    private Guid _team;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required string Sentence { get; set; }

    /// <returns>The team; null where somebody thought better of it.</returns>
    public static async Task<Guid?> ShowAsync(IDialogService dialogs, string title, string sentence)
    {
        var parameters = new DialogParameters<TeamDialog> { { dialog => dialog.Title, title }, { dialog => dialog.Sentence, sentence } };
        var shown = await dialogs.ShowAsync<TeamDialog>(title, parameters, new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.ExtraSmall, FullWidth = true });

        return await shown.Result is { Canceled: false, Data: Guid team } ? team : null;
    }
}
