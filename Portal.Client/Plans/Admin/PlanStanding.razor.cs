using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Portal.Shared.Plans;
using Portal.Shared.Sync;

namespace Portal.Client.Plans.Admin;

/// <summary>What is to be known, or done next, about a plan and AWS.</summary>
public sealed partial class PlanStanding
{
    [Parameter, EditorRequired]
    public required UsagePlanView Plan { get; set; }

    private static string Title(RunState state) => state switch
    {
        RunState.Proposed => "A change waits to be approved",
        RunState.Approved => "A change waits for its turn",
        RunState.Running => "A change is on its way",
        RunState.Stopped => "A change has stopped",
        _ => throw new UnreachableException(),
    };
}
