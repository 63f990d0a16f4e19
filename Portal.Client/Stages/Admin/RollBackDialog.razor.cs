using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>Shows what would come back on a stage; the second click brings it back, and leads to the run.</summary>
public sealed partial class RollBackDialog
{
    private Load<ReleaseChange>? _change;
    private Refusal? _refusal;
    private bool _busy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required StageView Stage { get; set; }

    /// <summary>One of its releases; null is the one before the present.</summary>
    [Parameter]
    public Guid? Release { get; set; }

    public static async Task ShowAsync(IDialogService dialogs, StageView stage, Guid? release = null)
    {
        var parameters = new DialogParameters<RollBackDialog>
        {
            { dialog => dialog.Stage, stage },
            { dialog => dialog.Release, release },
        };

        await dialogs.ShowAsync<RollBackDialog>("Roll back", parameters, Opening.Small);
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync() => _change = await Portal.SendAsync(new ReviewRollBack(Stage.Id, Release), Leaving);

    private async Task RollBackAsync()
    {
        if (_change is not Load<ReleaseChange>.Ready(var change))
        {
            return;
        }

        (_busy, _refusal) = (true, null);
        switch (await Portal.SendAsync(new RollBackStage { StageId = Stage.Id, Release = change.Release.Id, Running = change.Stage.Runs?.Id }, Leaving))
        {
            case Answer<ProposedDeployment>.Given({ RunId: var run }):
                Dialog.Close();
                Navigation.NavigateTo($"runs/{run}");
                break;
            case Answer<ProposedDeployment>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }
}
