using System.Diagnostics;
using Portal.Client.Ui;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>How far a run is, for people.</summary>
internal static class RunStateWords
{
    public static string Word(this RunState state) => state switch
    {
        RunState.Proposed => "To be approved",
        RunState.Approved => "Waits for its turn",
        RunState.Running => "Running",
        RunState.Done => "Done",
        RunState.Stopped => "Stopped",
        RunState.Cancelled => "Cancelled",
        RunState.Superseded => "Superseded",
        _ => throw new UnreachableException(),
    };

    public static Tone Tone(this RunState state) => state switch
    {
        RunState.Proposed => Ui.Tone.Accent,
        RunState.Approved or RunState.Running => Ui.Tone.Info,
        RunState.Done => Ui.Tone.Good,
        RunState.Stopped => Ui.Tone.Bad,
        RunState.Cancelled or RunState.Superseded => Ui.Tone.Neutral,
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether it may change by itself, so that it is worth looking again.</summary>
    public static bool IsOnItsWay(this RunState state) => state is RunState.Approved or RunState.Running;
}
