using Portal.Server.Gateway;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>Tells how a run ended: what was done, what not and why, and what a person must do.</summary>
internal static class OutcomeWords
{
    public static string Done(RunPlan run) => run.Steps.Count is 1
        ? "The step is done, and what AWS holds now is as approved."
        : $"All {run.Steps.Count} steps are done, and what AWS holds now is as approved.";

    public static string ReadOnly(RunPlan run) =>
        $"{Written(run)} The connection {run.ConnectionName} is read-only now. Once an administrator has switched it to writing, this run can be continued.";

    public static string Unreadable(RunPlan run, GatewayRefusedException refused) => run.IsDone
        ? $"AWS has accepted every step, but what it holds now could not be read back: {refused.Words} Continue the run to look again."
        : refused.IsOfTheEntrance ? Closed(run, refused) : $"{Written(run)} AWS did not say how things are: {refused.Words} {Advice.For(refused.Refusal)}";

    /// <summary>The same of the run that found it out and of those that were not tried for it.</summary>
    public static string Closed(RunPlan run, GatewayRefusedException refused) =>
        $"{Written(run)} The account does not answer: {refused.Words} Continue the run when it does.";

    public static string Cancelled(RunPlan run) => $"It was set aside between two steps. {Written(run)}";

    public static string Stopped(RunPlan run) => string.Join(' ', new[] { Written(run), Refused(run), Changed(run), NotTried(run) }.Where(sentence => sentence.Length > 0));

    public static string Unexpected(string type) =>
        $"The portal itself failed ({type}); the server's log says more. Continue the run: it looks first at what has been done.";

    private static string Written(RunPlan run)
    {
        var done = run.Steps.Where(step => step.State is StepState.Done).ToArray();

        return done switch
        {
            [] when run.Steps.Any(step => step.Attempts > 0 || step.End?.Refusal is GatewayRefusal.Unknown) => $"None of {ChangeWords.Count(run.Steps.Count, "step")} is known to be done.",
            // What was refused may be made of several calls, of which some were taken.
            [] when run.Steps.Any(step => step.State is StepState.Refused) => $"None of {ChangeWords.Count(run.Steps.Count, "step")} is done.",
            [] => "Nothing was written.",
            _ => $"{done.Length} of {ChangeWords.Count(run.Steps.Count, "step")} {(done.Length is 1 ? "is" : "are")} done and {(done.Length is 1 ? "stays" : "stay")}.",
        };
    }

    private static string Refused(RunPlan run) => string.Join(' ',
        from step in run.Steps
        where step.End is { State: StepState.Refused }
        select $"AWS refused step {step.Ordinal + 1} ({step.Headline.TrimEnd('.')}): {step.End!.Code}: {step.End.Message} {Advice.For(step.End.Refusal!.Value)}");

    private static string Changed(RunPlan run)
    {
        var changed = run.Steps.Where(step => step.End is { State: StepState.ChangedMeanwhile }).ToArray();

        return changed is []
            ? ""
            : string.Join(' ', changed.Select(step => $"Step {step.Ordinal + 1} ({step.Headline.TrimEnd('.')}): {step.End!.Message}")) + " Propose it again to see what is true now.";
    }

    private static string NotTried(RunPlan run) => run.Steps.Count(step => step.State is StepState.NotTried) switch
    {
        0 => "",
        1 => "1 step that depends on it was not tried.",
        var count => $"{count} steps that depend on it were not tried.",
    };
}
