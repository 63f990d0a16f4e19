using Microsoft.AspNetCore.Components;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>What is to be known of a stage beside what it runs: a run that waits or has stopped, and what it is behind.</summary>
public sealed partial class StageState
{
    [Parameter, EditorRequired]
    public required StageView Stage { get; set; }
}
