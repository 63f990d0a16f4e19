using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Portal.Client.Ui.Charts;

/// <summary>
/// Lines over time, one SVG path each. Crosshair, tip and zoom by dragging happen in the browser without a round trip; arrow keys read the values; a table has the same numbers.
/// <code>&lt;LineChart Title="Latency" Unit="ChartUnit.Milliseconds" Time="time" Series="lines" Marks="releases" Zoom="stages/7?from={from}&amp;to={to}" /&gt;</code>
/// </summary>
public sealed partial class LineChart : IAsyncDisposable
{
    private ElementReference _chart;
    private IJSObjectReference? _script;
    private bool _isGone;
    private bool _table;
    private ValueAxis _axis = ValueAxis.Of([], ChartUnit.Count);

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public ChartUnit Unit { get; set; } = ChartUnit.Count;

    [Parameter, EditorRequired]
    public required ChartTime Time { get; set; }

    /// <summary>At most six, which a person can tell apart; each as long as the time.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ChartSeries> Series { get; set; }

    [Parameter]
    public IReadOnlyList<ChartMark> Marks { get; set; } = [];

    /// <summary>The address that shows a part of the time: {from} and {to} become its ends, as 2026-01-31T10:00:00Z. Null: there is no zoom.</summary>
    [Parameter]
    public string? Zoom { get; set; }

    /// <summary>What stands there where nothing was measured.</summary>
    [Parameter]
    public string Empty { get; set; } = "Nothing was measured in this time.";

    /// <summary>More to do with the chart: its numbers as a file.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }

    [Inject]
    public required IJSRuntime Browser { get; init; }

    private bool IsEmpty => Series.All(line => line.Values.All(value => value is null));

    private IReadOnlyList<ChartMark> MarksShown => [.. Marks.Where(mark => mark.At >= Time.From && mark.At < Time.Until)];

    private string Grid => string.Concat(_axis.Ticks.Select(tick => $"M0 {Number(LinePath.YOf(tick, _axis.Top))}H{LinePath.Width}"));

    private string MarkPath => string.Concat(MarksShown.Select(mark => $"M{Number((mark.At - Time.From) / (Time.Until - Time.From) * LinePath.Width)} 0V{LinePath.Height}"));

    /// <summary>What somebody hears who does not see it.</summary>
    private string Words => $"{Title}: {string.Join(", ", Series.Select(line => $"{line.Name} {Span(line)}"))}; {TimeAxis.Words(Time.From)} to {TimeAxis.Words(Time.Until)} UTC. The arrow keys read the values.";

    protected override void OnParametersSet() => _axis = ValueAxis.Of(Series, Unit);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (IsEmpty)
        {
            return;
        }

        _script ??= await Browser.InvokeAsync<IJSObjectReference>("import", "./_content/Portal.Client/Ui/Charts/LineChart.razor.js");

        // Whoever went on meanwhile left no figure to draw in; the error of that would take away the page that is shown now.
        if (_isGone)
        {
            await LetGoAsync();
            return;
        }

        await _script.InvokeVoidAsync("draw", _chart);
    }

    public ValueTask DisposeAsync()
    {
        _isGone = true;

        return LetGoAsync();
    }

    private async ValueTask LetGoAsync()
    {
        var script = _script;
        _script = null;

        try
        {
            await (script?.DisposeAsync() ?? default);
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The browser has gone, and its script with it.
        }
    }

    private string Span(ChartSeries line) => line.Values.OfType<double>().ToList() is [_, ..] values ? $"{Unit.Words(values.Min())} to {Unit.Words(values.Max())}" : "nothing";

    private static string Joined(IReadOnlyList<double?> values) => string.Join(',', values.Select(value => ChartUnits.Plain(value)));

    private static string Percent(double share) => $"{Number(share * 100)}%";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
