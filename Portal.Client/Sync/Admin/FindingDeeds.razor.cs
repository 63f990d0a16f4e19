using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>What can be done with a finding, or with all that is open beside it. Restoring proposes a change set, which is read and approved like any other.</summary>
public sealed partial class FindingDeeds
{
    private Refusal? _refusal;
    private bool _busy;

    [Parameter, EditorRequired]
    public required FindingView Finding { get; set; }

    /// <summary>Whether all that is open of the same API or usage plan is meant.</summary>
    [Parameter]
    public bool All { get; set; }

    /// <summary>Hears in a sentence what was done.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<string> OnDone { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    private bool Can(FindingAction action) => Finding.Actions.Contains(action);

    private string Label(string deed) => All ? $"{deed}: all of {Finding.SubjectName}" : $"{deed}: {Finding.PlaceName}";

    private async Task RestoreAsync()
    {
        (_busy, _refusal) = (true, null);

        switch (await Portal.SendAsync(new RestoreDrift { Id = Finding.Id, All = All }, Leaving))
        {
            case Answer<RestoredDrift>.Given({ IsEmpty: true }):
                await OnDone.InvokeAsync("Nothing differs any more: there is nothing to restore.");
                break;
            case Answer<RestoredDrift>.Given({ RunId: var run }):
                Navigation.NavigateTo($"runs/{run}");
                break;
            case Answer<RestoredDrift>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }

    private async Task TakeAsync()
    {
        var what = All ? $"all that is open of {Finding.SubjectName}" : $"{Finding.PlaceName} of {Finding.SubjectName}";

        if (!await Dialogs.ConfirmAsync("Take over what is there?", $"The portal takes over {what} as somebody made it in AWS. Nothing is written to AWS.", "Take over"))
        {
            return;
        }

        await DoAsync(new TakeOverDrift { Id = Finding.Id, All = All }, taken => string.Join(' ', taken.Sentences));
    }

    private Task IgnoreAsync() => DoAsync(new IgnoreDrift(Finding.Id), finding => $"{finding.PlaceName} is ignored until it changes again.");

    private Task ReopenAsync() => DoAsync(new ReopenDrift(Finding.Id), finding => $"{finding.PlaceName} is open again.");

    private async Task DoAsync<T>(IRequest<T> deed, Func<T, string> words)
    {
        (_busy, _refusal) = (true, null);

        switch (await Portal.SendAsync(deed, Leaving))
        {
            case Answer<T>.Given(var done):
                await OnDone.InvokeAsync(words(done));
                break;
            case Answer<T>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }
}
