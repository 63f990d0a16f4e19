using Portal.Client.Ui.Charts;

namespace Portal.Tests.Client.Ui.Charts;

public sealed class LinePathTests
{
    [Fact]
    public void Values_are_drawn_in_the_middle_of_their_steps() => Assert.Equal("M125 100L375 50L625 0L875 25", LinePath.Of([0, 10, 20, 15], 20));

    [Fact]
    public void A_gap_in_the_values_is_a_gap_in_the_line() => Assert.Equal("M100 0L300 0M700 100L900 100", LinePath.Of([5, 5, null, 0, 0], 5));

    [Fact]
    public void A_lone_value_is_a_dash() => Assert.Equal("M494 50h12", LinePath.Of([null, 1, null], 2));

    [Fact]
    public void A_lone_minute_of_a_day_can_be_seen() => Assert.EndsWith("h4", LinePath.Of([1, .. Enumerable.Repeat<double?>(null, 1439)], 2), StringComparison.Ordinal);

    [Fact]
    public void A_line_may_end_before_its_time() => Assert.Equal("M244 50h12", LinePath.Of([1, null], 2));

    [Fact]
    public void Nothing_is_no_line() => Assert.Equal("", LinePath.Of([null, null], 1));

    [Fact]
    public void What_is_no_number_is_a_gap() => Assert.Equal("", LinePath.Of([double.NaN, double.PositiveInfinity], 1));

    [Fact]
    public void What_is_too_high_stays_in_the_box() => Assert.Equal("M494 0h12", LinePath.Of([30], 20));

    [Fact]
    public void A_day_of_minutes_is_one_short_path()
    {
        var path = LinePath.Of([.. Enumerable.Range(0, 1440).Select(minute => (double?)Math.Abs(Math.Sin(minute)))], 1);

        Assert.Equal(1439, path.Count(letter => letter is 'L'));
        Assert.InRange(path.Length, 1440 * 8, 1440 * 16);
    }
}
