using System.Diagnostics;
using Portal.Client.Ui;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>Findings, for people.</summary>
internal static class DriftWords
{
    public static string Word(this FindingState state) => state switch
    {
        FindingState.Open => "Open",
        FindingState.Ignored => "Ignored",
        FindingState.Resolved => "Settled",
        _ => throw new UnreachableException(),
    };

    public static Tone Tone(this FindingState state) => state switch
    {
        FindingState.Open => Ui.Tone.Warning,
        FindingState.Ignored => Ui.Tone.Neutral,
        FindingState.Resolved => Ui.Tone.Good,
        _ => throw new UnreachableException(),
    };

    public static string Word(this DriftLook look) => look switch
    {
        DriftLook.Quick => "found by the quick check",
        DriftLook.Full => "found by the full check",
        _ => throw new UnreachableException(),
    };
}
