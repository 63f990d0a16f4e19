using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared.Stages;

namespace Portal.Client.Stages;

/// <summary>What a stage answered to a call that was tried.</summary>
public sealed partial class TriedAnswer
{
    [Parameter, EditorRequired]
    public required TryAnswer Of { get; set; }

    private static Tone ToneOf(int status) => status switch
    {
        < 300 => Tone.Good,
        < 400 => Tone.Info,
        < 500 => Tone.Warning,
        _ => Tone.Bad,
    };
}
