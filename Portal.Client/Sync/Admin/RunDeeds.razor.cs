using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>What can be done with a run now. A change of AWS is confirmed here and nowhere else.</summary>
public sealed partial class RunDeeds
{
    private Refusal? _refusal;
    private bool _busy;

    [Parameter, EditorRequired]
    public required RunView Run { get; set; }

    /// <summary>Hears how the run is after a deed.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<RunView> OnDone { get; set; }

    /// <summary>Whether to ask for the approval at once, because what it is for has just been reviewed.</summary>
    [Parameter]
    public bool AsksAtOnce { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [CascadingParameter]
    public Task<AuthenticationState>? Asker { get; set; }

    [Inject]
    public required IAuthorizationService Permissions { get; init; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && AsksAtOnce && Run.Actions.Contains(RunAction.Approve) && Run is { Objection: null, Brakes: [] }
            && Asker is not null && (await Permissions.AuthorizeAsync((await Asker).User, Policies.ApplyChanges)).Succeeded)
        {
            // A reload or a link that is sent on asks nobody again.
            Navigation.NavigateTo($"runs/{Run.Id}", replace: true);
            await ApproveAsync();
        }
    }

    private async Task ApproveAsync()
    {
        var steps = Run.Steps.Count is 1 ? "1 step is" : $"{Run.Steps.Count} steps are";
        var sentence = string.Join(' ', [$"{Run.Title}: {steps} written to AWS on {Run.ConnectionName}, in the order shown.", .. Run.Brakes]);

        if (await Dialogs.ConfirmAsync("Apply these changes?", sentence, "Approve and apply", dangerous: Run.NameToType is not null, typed: Run.NameToType))
        {
            await DoAsync(new ApproveRun { Id = Run.Id, Fingerprint = Run.Fingerprint, Version = Run.Version, ConfirmedName = Run.NameToType });
        }
    }

    private async Task CancelAsync()
    {
        var sentence = Run.State is RunState.Running ? $"{Run.Title}: it ends after the step at hand. What is done stays done." : $"{Run.Title} is set aside. Nothing is written.";

        if (await Dialogs.ConfirmAsync("Cancel this change?", sentence, "Cancel the change"))
        {
            await DoAsync(new CancelRun(Run.Id));
        }
    }

    private async Task UndoAsync()
    {
        (_busy, _refusal) = (true, null);
        switch (await Portal.SendAsync(new ProposeUndo(Run.Id), Leaving))
        {
            case Answer<RunView>.Given({ Id: var undo }):
                Navigation.NavigateTo($"runs/{undo}");
                break;
            case Answer<RunView>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }

    private async Task DoAsync(IRequest<RunView> deed)
    {
        (_busy, _refusal) = (true, null);
        switch (await Portal.SendAsync(deed, Leaving))
        {
            case Answer<RunView>.Given(var run):
                await OnDone.InvokeAsync(run);
                break;
            case Answer<RunView>.Refused(var refusal):
                _refusal = refusal;
                await ReadAgainAsync();
                break;
        }

        _busy = false;
    }

    // A no mostly means that the run is no longer as it was shown.
    private async Task ReadAgainAsync()
    {
        if (await Portal.SendAsync(new GetRun(Run.Id), Leaving) is Answer<RunView>.Given(var now))
        {
            await OnDone.InvokeAsync(now);
        }
    }
}
