using Portal.Client.Ui.Charts;

namespace Portal.Tests.Client.Ui.Charts;

public sealed class AxesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 4)]
    [InlineData(3, 4)]
    [InlineData(4, 4)]
    [InlineData(5, 8)]
    [InlineData(97, 100)]
    [InlineData(100, 100)]
    [InlineData(101, 200)]
    [InlineData(12_345, 20_000)]
    public void Counts_end_at_a_round_number_of_whole_steps(double highest, double top)
    {
        var axis = ValueAxis.Of([new ChartSeries("a", [highest, null])], ChartUnit.Count);

        Assert.Equal(top, axis.Top);
        Assert.Equal(5, axis.Ticks.Count);
        Assert.All(axis.Ticks, tick => Assert.Equal(Math.Round(tick), tick));
    }

    [Theory]
    [InlineData(0.3, 1)]
    [InlineData(61, 80)]
    [InlineData(99, 100)]
    public void Per_cent_ends_at_a_hundred(double highest, double top) => Assert.Equal(top, ValueAxis.Of([new ChartSeries("a", [highest])], ChartUnit.Percent).Top, 9);

    [Fact]
    public void Nothing_has_an_axis_too() => Assert.Equal(4, ValueAxis.Of([], ChartUnit.Count).Top);

    [Fact]
    public void An_hour_has_a_tick_each_ten_minutes()
    {
        var ticks = TimeAxis.Of(new ChartTime(Noon.AddMinutes(5), TimeSpan.FromMinutes(1), 60));

        Assert.Equal(["12:10", "12:20", "12:30", "12:40", "12:50", "13:00"], ticks.Select(tick => tick.Text));
        Assert.Equal(5 / 60.0, ticks[0].Share, 9);
    }

    [Fact]
    public void Where_a_day_begins_its_date_stands() =>
        Assert.Equal(["12:00", "18:00", "1 Feb", "06:00"], TimeAxis.Of(new ChartTime(Noon, TimeSpan.FromMinutes(5), 288)).Select(tick => tick.Text));

    [Fact]
    public void A_month_has_a_tick_each_week() => Assert.InRange(TimeAxis.Of(new ChartTime(Noon, TimeSpan.FromHours(1), 720)).Count, 3, 7);

    [Theory]
    [InlineData(ChartUnit.Count, 0.5, "0.5")]
    [InlineData(ChartUnit.Count, 9999, "9999")]
    [InlineData(ChartUnit.Count, 12_300, "12.3k")]
    [InlineData(ChartUnit.Count, 4_000_000, "4M")]
    [InlineData(ChartUnit.Percent, 0.04, "0.04 %")]
    [InlineData(ChartUnit.Milliseconds, 250, "250 ms")]
    [InlineData(ChartUnit.Milliseconds, 1500, "1.5 s")]
    public void Values_are_short(ChartUnit unit, double value, string words) => Assert.Equal(words, unit.Words(value));
}
