using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui;

/// <summary>
/// A text of changes, each line by its first sign: + is new, - goes, ~ changes, anything else is what stands around it. The colour repeats the sign, it does not replace it.
/// <code>&lt;DiffView Label="Changes to Petstore" Text="@changeSet.Text" /&gt;</code>
/// </summary>
public sealed partial class DiffView
{
    private bool _all;

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>What changes here, for those who hear it.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>How many lines are drawn before a button asks for the rest.</summary>
    [Parameter]
    public int MostLines { get; set; } = 400;

    private string[] Lines => Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private int Hidden => _all ? 0 : Math.Max(0, Lines.Length - MostLines);

    private IEnumerable<DiffBlock> Shown => DiffBlock.Of(_all ? Lines : Lines.Take(MostLines));

    private void ShowAll() => _all = true;
}
