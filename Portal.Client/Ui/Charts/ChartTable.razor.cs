using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui.Charts;

/// <summary>The numbers of a chart: those steps in which something was measured, the newest first.</summary>
public sealed partial class ChartTable
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required ChartUnit Unit { get; set; }

    [Parameter, EditorRequired]
    public required ChartTime Time { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ChartSeries> Series { get; set; }

    private IReadOnlyList<int> Rows => [.. Enumerable.Range(0, Time.Count).Where(step => Series.Any(line => line.Values[step] is not null)).Reverse()];
}
