using Microsoft.AspNetCore.Components;
using Portal.Shared.Plans;

namespace Portal.Client.Plans.Admin;

/// <summary>The stages of a plan, with the methods that have limits of their own.</summary>
public sealed partial class PlanStages
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<PlanStageView> Stages { get; set; }
}
