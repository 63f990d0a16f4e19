using Microsoft.AspNetCore.Components;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>What is demanded of those who change a stage, and its end.</summary>
public sealed partial class StageProtection
{
    private Refusal? _refusal;
    private bool _busy;

    [Parameter, EditorRequired]
    public required StageView Stage { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<StageView> OnSaved { get; set; }

    private async Task RemoveAsync()
    {
        (_busy, _refusal) = (true, null);
        switch (await Portal.SendAsync(new ProposeRemoval(Stage.Id), Leaving))
        {
            case Answer<ProposedDeployment>.Given({ RunId: var run }):
                Navigation.NavigateTo($"runs/{run}");
                break;
            case Answer<ProposedDeployment>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }

    private async Task SwitchAsync()
    {
        (_busy, _refusal) = (true, null);
        switch (await Portal.SendAsync(new ProtectStage { Id = Stage.Id, NeedsSecondPerson = !Stage.NeedsSecondPerson, Version = Stage.Version }, Leaving))
        {
            case Answer<StageView>.Given(var saved):
                await OnSaved.InvokeAsync(saved);
                break;
            case Answer<StageView>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }
}
