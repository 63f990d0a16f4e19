using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>What came of trying a connection: who the portal is there, and what it may read.</summary>
public sealed partial class TestResult
{
    [Parameter, EditorRequired]
    public required ConnectionTest Of { get; set; }

    private IEnumerable<(string Title, IReadOnlyList<ConnectionProbeView> Probes)> Parts =>
        new (string, IReadOnlyList<ConnectionProbeView>)[]
        {
            ("What it may read, tried", [.. Of.Probes.Where(probe => !probe.IsWrite)]),
            ("What it may write, asked of IAM", [.. Of.Probes.Where(probe => probe.IsWrite)]),
        }.Where(part => part.Item2 is not []);

    /// <summary>What is said of several, and is the same of all of whom anything is said, is said once.</summary>
    private static string? CommonOrNull(IReadOnlyList<ConnectionProbeView> probes) =>
        probes.Select(probe => probe.Words).OfType<string>().ToList() is [var first, _, ..] said && said.TrueForAll(words => words == first) ? first : null;

    private static string Word(ProbeOutcome outcome) => outcome switch
    {
        ProbeOutcome.Allowed => "Allowed",
        ProbeOutcome.Refused => "Refused",
        ProbeOutcome.NotKnown => "Not known",
        _ => throw new UnreachableException(),
    };

    private static Tone ToneOf(ProbeOutcome outcome) => outcome switch
    {
        ProbeOutcome.Allowed => Tone.Good,
        ProbeOutcome.Refused => Tone.Bad,
        ProbeOutcome.NotKnown => Tone.Neutral,
        _ => throw new UnreachableException(),
    };
}
