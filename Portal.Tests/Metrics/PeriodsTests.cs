using Portal.Server.Metrics;
using Portal.Server.Traffic;
using Portal.Shared.Metrics;

namespace Portal.Tests.Metrics;

public sealed class PeriodsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 34, 56, TimeSpan.Zero);

    [Theory]
    [InlineData("1h", 60, 60)]
    [InlineData("24h", 60, 1440)]
    [InlineData("7d", 3600, 168)]
    [InlineData("30d", 3600, 720)]
    public void The_last_so_much_ends_with_the_period_of_now(string last, int seconds, int count)
    {
        var periods = Of(new GetTraffic { Last = last });

        Assert.Equal((seconds, count), (periods.Resolution.Seconds, periods.Count));
        Assert.True(periods.To > Now && periods.To - Now <= periods.Resolution.Period);
    }

    [Fact]
    public void A_span_is_widened_to_whole_periods()
    {
        var periods = Of(new GetTraffic { From = Now.AddDays(-3), To = Now.AddMinutes(-1) });

        Assert.Equal((300, Now.AddDays(-3).AddSeconds(-296), Now.AddSeconds(4)), (periods.Resolution.Seconds, periods.From, periods.To));
    }

    [Fact]
    public void What_is_no_longer_kept_by_the_minute_is_told_by_the_hour()
    {
        Assert.Equal(300, Of(new GetTraffic { From = Now.AddDays(-60), To = Now.AddDays(-60).AddHours(1) }).Resolution.Seconds);
        Assert.Equal(3600, Of(new GetTraffic { From = Now.AddDays(-100), To = Now.AddDays(-100).AddHours(1) }).Resolution.Seconds);
    }

    [Fact]
    public void There_are_never_more_than_a_chart_can_show()
    {
        foreach (var minutes in new[] { 1, 59, 1439, 1440, 1441, 7199, 7201, 86_400 })
        {
            Assert.InRange(Of(new GetTraffic { From = Now.AddMinutes(-minutes), To = Now }).Count, 1, Periods.Most + 1);
        }
    }

    private static Periods Of(ITimeRange range) => Periods.Of(range, new MetricsOptions(), Now);
}
