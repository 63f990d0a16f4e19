using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Portal.Shared.Sync;

namespace Portal.Client.Ui;

/// <summary>
/// The steps of a run with a bar above them. It draws what it is given; whoever gives it follows the run.
/// <code>&lt;ProgressSteps Label="Applying changes" Steps="_steps" /&gt;</code>
/// </summary>
public sealed partial class ProgressSteps
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<ProgressStep> Steps { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    private int Done => Steps.Count(step => step.State is StepState.Done);

    private int Stopped => Steps.Count(step => step.State is StepState.Refused or StepState.ChangedMeanwhile);

    private string Words => $"{Done} of {Counts.Words(Steps.Count, "step")} done{(Stopped is 0 ? "" : $", {Stopped} stopped")}";

    private static string Class(ProgressStep step) => step.State switch
    {
        StepState.Done => "progress-done",
        StepState.Trying => "progress-trying",
        StepState.Refused or StepState.ChangedMeanwhile => "progress-stopped",
        _ => "",
    };

    private static string Sign(ProgressStep step) => step.State switch
    {
        StepState.Pending => "○",
        StepState.Trying => "◐",
        StepState.Done => "✓",
        StepState.Refused => "✕",
        StepState.NotTried => "–",
        StepState.ChangedMeanwhile => "!",
        _ => throw new UnreachableException(),
    };

    private static string Word(ProgressStep step) => step.State switch
    {
        StepState.Pending => "waiting",
        StepState.Trying => "at work",
        StepState.Done => "done",
        StepState.Refused => "refused",
        StepState.NotTried => "not tried",
        StepState.ChangedMeanwhile => "changed meanwhile",
        _ => throw new UnreachableException(),
    };
}
