namespace Portal.Sandbox.CloudWatch.Expressions;

/// <summary>Values by the second at which their period begins, oldest first. What labels may show of it is kept beside them.</summary>
internal sealed record TimeSeries(string Label, int Period, IReadOnlyList<(long Second, double Value)> Points)
{
    /// <summary>The metric that these are values of, and by which statistic; null for what was calculated.</summary>
    public MetricStat? Source { get; init; }

    /// <summary>Units that the metric has values in, if they are several: only the first is answered.</summary>
    public string? Units { get; init; }

    /// <summary>Nothing is what no number says: a division by zero leaves a gap.</summary>
    public TimeSeries Select(Func<double, double> change) => Calculated([.. Points.Select(point => (point.Second, change(point.Value))).Where(point => double.IsFinite(point.Item2))]);

    /// <summary>Where both have a value.</summary>
    public TimeSeries Zip(TimeSeries other, Func<double, double, double> join)
    {
        List<(long, double)> joined = new(Points.Count);
        for (int left = 0, right = 0; left < Points.Count && right < other.Points.Count;)
        {
            var ((second, value), (otherSecond, otherValue)) = (Points[left], other.Points[right]);
            if (second == otherSecond && join(value, otherValue) is var result && double.IsFinite(result))
            {
                joined.Add((second, result));
            }

            left += second <= otherSecond ? 1 : 0;
            right += otherSecond <= second ? 1 : 0;
        }

        return Calculated(joined) with { Period = Math.Max(Period, other.Period) };
    }

    public TimeSeries Calculated(IReadOnlyList<(long Second, double Value)> points) => new(Label, Period, points);
}
