using Portal.Client.Ui;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>How far a bundle is, for people.</summary>
internal static class BundleWords
{
    /// <summary>"2 to be approved, 1 done, 3 in step already, 1 not proposed."</summary>
    public static string Sum(BundleView bundle)
    {
        (int Count, string Words)[] parts =
        [
            (bundle.Count(RunState.Proposed), "to be approved"),
            (bundle.Count(RunState.Approved), "waiting for their turn"),
            (bundle.Count(RunState.Running), "running"),
            (bundle.Count(RunState.Done), "done"),
            (bundle.Count(RunState.Stopped), "stopped"),
            (bundle.Count(RunState.Cancelled), "cancelled"),
            (bundle.Count(RunState.Superseded), "superseded"),
            (bundle.Items.Count(item => item.IsInStep), "in step already"),
            (bundle.Items.Count(item => item.RunId is null), "not proposed"),
        ];

        var said = parts.Where(part => part.Count > 0).Select(part => $"{part.Count} {part.Words}").ToList();

        return $"{string.Join(", ", said)}.";
    }

    public static Tone Tone(BundleView bundle) => bundle switch
    {
        _ when bundle.Count(RunState.Stopped) > 0 => Ui.Tone.Bad,
        _ when bundle.Items.Any(item => item.RunId is null) => Ui.Tone.Warning,
        _ when bundle.Items.All(item => item.State is RunState.Done) => Ui.Tone.Good,
        _ => Ui.Tone.Info,
    };

    public static string State(BundleItemView item) => item switch
    {
        { IsInStep: true } => "In step",
        { State: { } state } => state.Word(),
        _ => "Not proposed",
    };

    public static Tone Tone(BundleItemView item) => item switch
    {
        { IsInStep: true } => Ui.Tone.Good,
        { State: { } state } => state.Tone(),
        _ => Ui.Tone.Warning,
    };

    /// <summary>What a person must know of it beside its state.</summary>
    public static IEnumerable<string> Said(BundleItemView item)
    {
        if (item.Refusal is { } refusal)
        {
            yield return refusal;
        }

        if (item is { Objection: { } objection, State: RunState.Proposed })
        {
            yield return objection;
        }

        if (item is { Outcome: { } outcome, State: not RunState.Done })
        {
            yield return outcome;
        }
    }
}
