using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>An API's stages at a glance: what each runs, and whether that is the latest.</summary>
public sealed partial class StageDots
{
    [Parameter, EditorRequired]
    public required Guid Api { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ApiStage> Of { get; set; }

    /// <summary>The number of the API's latest revision.</summary>
    [Parameter, EditorRequired]
    public required int Latest { get; set; }

    private static string Words(ApiStage stage) => stage.Runs is { } revision ? $"{stage.Name} · {revision}" : stage.Name;

    private Tone Tone(ApiStage stage) => stage.Runs switch
    {
        null => Ui.Tone.Neutral,
        var revision when revision == Latest => Ui.Tone.Good,
        _ => Ui.Tone.Info,
    };

    private string Tip(ApiStage stage) => stage.Runs switch
    {
        null => $"{stage.Name} on {stage.Connection}: nothing deployed yet",
        var revision when revision == Latest => $"{stage.Name} on {stage.Connection} runs revision {revision}, the latest",
        var revision => $"{stage.Name} on {stage.Connection} runs revision {revision} of {Latest}",
    };
}
