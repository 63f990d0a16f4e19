namespace Portal.Client.Ui.Charts;

/// <summary>The upright axis: from 0 to a round value a little above the highest.</summary>
/// <param name="Top">The value at the upper edge, more than 0.</param>
/// <param name="Ticks">From 0 to <paramref name="Top"/>, evenly.</param>
internal sealed record ValueAxis(double Top, IReadOnlyList<double> Ticks)
{
    private const int Steps = 4;

    private static readonly double[] Round = [1, 2, 2.5, 5, 10];

    public static ValueAxis Of(IEnumerable<ChartSeries> series, ChartUnit unit)
    {
        var highest = series.SelectMany(line => line.Values).Where(value => value is { } number && double.IsFinite(number)).Max() ?? 0;
        var least = unit is ChartUnit.Count ? Steps : 1;
        var step = StepAbove(Math.Max(highest, least) / Steps);

        // Things that are counted have no halves.
        step = unit is ChartUnit.Count ? Math.Ceiling(step) : step;
        var top = step * Steps;
        top = unit is ChartUnit.Percent && highest <= 100 ? Math.Min(top, 100) : top;

        return new ValueAxis(top, [.. Enumerable.Range(0, Steps + 1).Select(tick => top / Steps * tick)]);
    }

    private static double StepAbove(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));

        return Round.First(step => (step * power) + (power * 1e-9) >= value) * power;
    }
}
