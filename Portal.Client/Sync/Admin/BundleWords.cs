using System.Diagnostics;
using System.Globalization;
using Portal.Client.Ui;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>How far a bundle is, for people.</summary>
internal static class BundleWords
{
    /// <summary>"2 to be approved, 1 done, 3 in step already, 1 not proposed."</summary>
    public static string Sum(BundleView bundle) =>
        string.Join(", ", bundle.Counts.Where(count => count.Value > 0).OrderBy(count => Place(count.Key)).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value:N0} {Words(count.Key)}"))) + ".";

    /// <summary>"412 parts on Production could not be proposed".</summary>
    public static string Title(SharedReason reason) => string.Create(CultureInfo.InvariantCulture, $"{reason.Parts:N0} parts on {reason.ConnectionName} {(reason.State is PartState.Stopped ? "stopped" : "could not be proposed")}");

    /// <summary>What is said of a part beside what is said of many.</summary>
    public static string? WhyOf(BundleView bundle, BundleItemView item) => bundle.Reasons.Take(BundlePage.Few).Any(reason => reason.Why == item.Why && reason.ConnectionName == item.ConnectionName) ? "As said above." : item.Why;

    public static Tone Tone(BundleView bundle) => bundle switch
    {
        _ when bundle.Count(PartState.Stopped) > 0 => Ui.Tone.Bad,
        _ when bundle.Count(PartState.NotProposed) > 0 => Ui.Tone.Warning,
        _ when bundle.Counts.Keys.All(state => state is PartState.Done or PartState.InStep) => Ui.Tone.Good,
        _ => Ui.Tone.Info,
    };

    public static string Word(this PartState state) => state switch
    {
        PartState.Waiting => "Waiting",
        PartState.HeldBack => "Held back",
        PartState.InStep => "In step",
        PartState.NotProposed => "Not proposed",
        PartState.LeftOut => "Left out",
        _ => Run(state).Word(),
    };

    public static Tone Tone(this PartState state) => state switch
    {
        PartState.Waiting or PartState.LeftOut => Ui.Tone.Neutral,
        PartState.InStep => Ui.Tone.Good,
        PartState.NotProposed or PartState.HeldBack => Ui.Tone.Warning,
        _ => Run(state).Tone(),
    };

    /// <summary>What can be left out of an approval.</summary>
    public static bool CanBeLeftOut(this PartState state) => state is PartState.Waiting or PartState.Proposed or PartState.HeldBack or PartState.NotProposed;

    /// <summary>What can be compared with AWS anew.</summary>
    public static bool CanBeTakenIn(this PartState state) => state is PartState.LeftOut or PartState.NotProposed or PartState.Stopped or PartState.Cancelled or PartState.Superseded;

    private static string Words(PartState state) => state switch
    {
        PartState.Waiting => "waiting to be proposed",
        PartState.Proposed => "to be approved",
        PartState.HeldBack => "held back",
        PartState.Approved => "waiting for their turn",
        PartState.InStep => "in step already",
        PartState.NotProposed => "not proposed",
        PartState.LeftOut => "left out",
        _ => state.ToString().ToLowerInvariant(),
    };

    /// <summary>What somebody must do something about comes before what is over.</summary>
    private static int Place(PartState state) => state is PartState.Waiting ? (int)PartState.HeldBack : (int)state * 2;

    private static RunState Run(PartState state) => state switch
    {
        PartState.Proposed => RunState.Proposed,
        PartState.Approved => RunState.Approved,
        PartState.Running => RunState.Running,
        PartState.Done => RunState.Done,
        PartState.Stopped => RunState.Stopped,
        PartState.Cancelled => RunState.Cancelled,
        PartState.Superseded => RunState.Superseded,
        _ => throw new UnreachableException(),
    };
}
