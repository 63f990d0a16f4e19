using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Portal.Client.Ui.Charts;

/// <summary>An SVG text; Razor has another use for a tag of that name.</summary>
public sealed class ChartLabel : ComponentBase
{
    /// <summary>Its place in its parent, in per cent.</summary>
    [Parameter, EditorRequired]
    public required string X { get; set; }

    [Parameter, EditorRequired]
    public required string Y { get; set; }

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X);
        builder.AddAttribute(2, "y", Y);
        builder.AddContent(3, Text);
        builder.CloseElement();
    }
}
