namespace Portal.Client.Ui.Charts;

/// <summary>One line of a chart.</summary>
/// <param name="Name">What the legend and the table call it.</param>
/// <param name="Values">A value for each step of the chart, none negative; null where nothing was measured, which is not zero.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values);

/// <summary>Something that happened, marked on the chart: a release.</summary>
/// <param name="At">When.</param>
/// <param name="Text">What, in a few words.</param>
/// <param name="Address">Where more is said; null where nowhere is.</param>
public sealed record ChartMark(DateTimeOffset At, string Text, string? Address = null);

/// <summary>The steps of a chart's time: the first begins at <see cref="From"/>, each lasts <see cref="Step"/>.</summary>
public sealed record ChartTime(DateTimeOffset From, TimeSpan Step, int Count)
{
    public DateTimeOffset Until => At(Count);

    /// <summary>When a step begins.</summary>
    public DateTimeOffset At(int step) => From + (Step * step);
}
