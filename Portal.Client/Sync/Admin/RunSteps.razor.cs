using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>How far each step is, and in AWS's own words why one was refused.</summary>
public sealed partial class RunSteps
{
    [Parameter, EditorRequired]
    public required RunView Run { get; set; }

    private static ProgressStep ToStep(StepView step) => new(step.Headline, step.State, Detail(step));

    private static string? Detail(StepView step)
    {
        string[] said =
        [
            .. step.Code is null ? [] : new[] { $"{step.Code}:" },
            .. step.Message is null ? [] : new[] { step.Message },
            .. step.Advice is null ? [] : new[] { step.Advice },
            .. step.Attempts > 1 ? new[] { $"Tried {step.Attempts} times." } : [],
        ];

        return said is [] ? null : string.Join(' ', said);
    }
}
