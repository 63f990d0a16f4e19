using Microsoft.AspNetCore.Components;

namespace Portal.Client.Plans.Admin;

/// <summary>The stages of a plan, to add, limit and take out.</summary>
public sealed partial class PlanStagesEditor
{
    private bool _picking;

    [Parameter, EditorRequired]
    public required PlanDraft Draft { get; set; }

    [Parameter, EditorRequired]
    public required string ConnectionName { get; set; }

    private void Add(PlanStageDraft stage) => Draft.Stages.Add(stage);
}
