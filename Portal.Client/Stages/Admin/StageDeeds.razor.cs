using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>What moves the release of a stage: on to the next one, or back to the one before.</summary>
public sealed partial class StageDeeds
{
    [Parameter, EditorRequired]
    public required StageView Stage { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; init; }
}
