using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Developer;

/// <summary>All that a caller must know of one operation.</summary>
public sealed partial class OperationDetails
{
    private const int LongestLine = 100;

    [Parameter, EditorRequired]
    public required OperationView Of { get; set; }

    [Parameter, EditorRequired]
    public required ReferenceOutline Outline { get; set; }

    private static Tone ToneOf(ResponseView response) => response.Status switch
    {
        ['2' or '3', ..] => Tone.Good,
        ['4' or '5', ..] => Tone.Bad,
        _ => Tone.Neutral,
    };

    /// <summary>What fits beside the status; a description with more to it stands in full below.</summary>
    private static string FirstLine(ResponseView response)
    {
        var text = response.Description.Trim();
        var line = text.Split('\n')[0];

        return line.Length <= LongestLine ? line : line[..(LongestLine - 1)] + "…";
    }
}
