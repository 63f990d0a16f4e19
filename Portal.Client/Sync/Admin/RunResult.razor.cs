using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Stages;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>What a run that is done is good for: the address to call.</summary>
public sealed partial class RunResult
{
    private const string StageKind = "Stage/";

    private Load<StageAddressView>? _address;

    [Parameter, EditorRequired]
    public required RunView Run { get; set; }

    /// <summary>Hears where the stage answers.</summary>
    [Parameter]
    public EventCallback<StageAddressView> OnFound { get; set; }

    /// <summary>The stage that the run made or pointed elsewhere; null where it only took something away.</summary>
    private Guid? StageId => Run.Steps
        .Where(step => step.Action is not StepAction.Delete && step.Address.StartsWith(StageKind, StringComparison.Ordinal))
        .Select(step => Guid.TryParse(step.Address.AsSpan(StageKind.Length), out var id) ? id : (Guid?)null)
        .FirstOrDefault(id => id is not null);

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        if (StageId is { } stage)
        {
            var found = await Portal.SendAsync(new GetStageAddress(stage), Leaving);
            _address = found;

            if (found is Answer<StageAddressView>.Given(var address))
            {
                await OnFound.InvokeAsync(address);
            }
        }
    }
}
