using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Client.Keys.Admin;

/// <summary>Finds out whose key a value is.</summary>
public sealed partial class FindKeyDialog
{
    private Draft _draft = new();
    private FormErrors _errors = null!;
    private ApiKeyRow? _found;
    private bool _busy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    public static Task ShowAsync(IDialogService dialogs) =>
        dialogs.ShowAsync<FindKeyDialog>("Whose key is this?", Opening.Small);

    private async Task FindAsync()
    {
        (_busy, _found) = (true, null);

        switch (await Portal.SendAsync(new FindApiKey { Value = _draft.Value ?? "" }, Leaving))
        {
            case Answer<ApiKeyRow>.Given(var key):
                (_found, _draft) = (key, new Draft());
                break;
            case Answer<ApiKeyRow>.Refused(var refusal):
                _errors.Show(refusal);
                break;
        }

        _busy = false;
    }

    private sealed class Draft
    {
        public string? Value { get; set; }
    }
}
