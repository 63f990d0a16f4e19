using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Portal.Client.Ui;

/// <summary>
/// Opens a dialog, and tells with what it was closed.
/// <code>
/// public static Task&lt;ApiView?&gt; ShowAsync(IDialogService dialogs, ApiView api) =>
///     dialogs.OpenAsync&lt;PublishDialog, ApiView&gt;("Publish", new() { { dialog => dialog.Api, api } });
/// </code>
/// </summary>
internal static class Opening
{
    /// <summary>In the middle, for some fields.</summary>
    public static DialogOptions Small { get; } = new() { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Small, FullWidth = true };

    /// <param name="dialogs">MudBlazor's dialogs.</param>
    /// <param name="title">What the dialog is called for those who hear it.</param>
    /// <param name="parameters">The dialog's.</param>
    /// <param name="options">Without any, <see cref="Small"/>.</param>
    /// <returns>Null where somebody thought better of it.</returns>
    public static async Task<T?> OpenAsync<TDialog, T>(this IDialogService dialogs, string title, DialogParameters<TDialog> parameters, DialogOptions? options = null)
        where TDialog : IComponent
        where T : class
    {
        var shown = await dialogs.ShowAsync<TDialog>(title, parameters, options ?? Small);

        return await shown.Result is { Canceled: false, Data: T closed } ? closed : null;
    }
}
