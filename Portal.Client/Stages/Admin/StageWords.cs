using System.Diagnostics;
using Portal.Client.Ui;
using Portal.Shared.Stages;
using Portal.Shared.Sync;

namespace Portal.Client.Stages.Admin;

/// <summary>How stages and their releases stand, for people.</summary>
internal static class StageWords
{
    public static string Words(this StageLag lag) => lag.Releases switch
    {
        null => $"never ran on {lag.Stage}",
        1 => $"1 release behind {lag.Stage}",
        var releases => $"{releases} releases behind {lag.Stage}",
    };

    public static string Words(this ReleaseView release) => release.Cause switch
    {
        ReleaseCause.Deployed => "deployed",
        ReleaseCause.Promoted => release.PromotedFrom is { } stage ? $"promoted from {stage}" : "promoted",
        ReleaseCause.RolledBack => "rolled back",
        ReleaseCause.TakenBack => "back by an undo",
        ReleaseCause.Imported => "imported",
        ReleaseCause.SetUp => "set up otherwise",
        ReleaseCause.TakenOver => "taken over from API Gateway",
        _ => throw new UnreachableException(),
    };

    public static string Word(this StageRun run) => run.State switch
    {
        RunState.Proposed => "To be approved",
        RunState.Approved => "Waits for its turn",
        RunState.Running => "Running",
        RunState.Stopped => "Stopped",
        var other => other.ToString(),
    };

    public static Tone Tone(this StageRun run) => run.State switch
    {
        RunState.Stopped => Ui.Tone.Bad,
        RunState.Proposed => Ui.Tone.Accent,
        _ => Ui.Tone.Info,
    };

    public static string Word(this RouteChangeKind kind) => kind switch
    {
        RouteChangeKind.Added => "New",
        RouteChangeKind.Changed => "Changed",
        RouteChangeKind.Removed => "Gone",
        _ => throw new UnreachableException(),
    };

    public static Tone Tone(this RouteChangeKind kind) => kind switch
    {
        RouteChangeKind.Added => Ui.Tone.Good,
        RouteChangeKind.Changed => Ui.Tone.Info,
        RouteChangeKind.Removed => Ui.Tone.Bad,
        _ => throw new UnreachableException(),
    };

    public static string Word(this PromotionOutcome outcome) => outcome switch
    {
        PromotionOutcome.Done => "Done",
        PromotionOutcome.Stopped => "Stopped",
        PromotionOutcome.Cancelled => "Cancelled",
        PromotionOutcome.TakenBack => "Taken back",
        _ => throw new UnreachableException(),
    };

    public static Tone Tone(this PromotionOutcome outcome) => outcome switch
    {
        PromotionOutcome.Done => Ui.Tone.Good,
        PromotionOutcome.Stopped => Ui.Tone.Bad,
        _ => Ui.Tone.Neutral,
    };

    /// <summary>Where its release would be promoted: to the next stage, if that would change anything there.</summary>
    public static string? PromotesTo(this StageView stage) => stage.IsAhead ? stage.Next : null;

    public static string Address(this StageView stage) => $"apis/{stage.ApiId}/stages/{stage.Id}";
}
