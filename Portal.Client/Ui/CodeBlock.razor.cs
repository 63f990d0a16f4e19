using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui;

/// <summary>
/// Text for machines, in one width, to scroll and to copy.
/// <code>&lt;CodeBlock Label="Command" Text="@command" /&gt;</code>
/// </summary>
public sealed partial class CodeBlock
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>What it is, shown above it: Command, Document, Answer.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Whether long lines break, as a link may; a document's may not.</summary>
    [Parameter]
    public bool Wrap { get; set; }
}
