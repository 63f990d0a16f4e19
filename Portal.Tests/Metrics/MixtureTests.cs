using Portal.Server.Metrics;

namespace Portal.Tests.Metrics;

public sealed class MixtureTests
{
    [Fact]
    public void Of_nothing_there_is_none() => Assert.Null(Mixture.Percentile([], 0.95));

    [Fact]
    public void Of_one_period_it_is_that_periods() => Assert.Equal(190, Mixture.Percentile([Even(1000, 200)], 0.95));

    [Fact]
    public void Periods_that_are_alike_change_nothing() => Assert.Equal(190, Mixture.Percentile([Even(10, 200), Even(990, 200)], 0.95)!.Value, 6);

    [Fact]
    public void A_period_weighs_as_much_as_was_called_in_it()
    {
        // 900 calls up to 100 ms and 100 up to 1000 ms: the slowest 50 of all are the slower half of the second.
        var p95 = Mixture.Percentile([Even(900, 100), Even(100, 1000)], 0.95)!.Value;

        Assert.InRange(p95, 495, 505);
    }

    [Fact]
    public void Periods_of_one_call_each_are_as_good_as_sorted()
    {
        var parts = Enumerable.Range(1, 200).Select(value => Same(1, value)).ToList();

        Assert.Equal(190, Mixture.Percentile(parts, 0.95)!.Value, 6);
    }

    [Fact]
    public void Calls_that_take_no_time_at_all_are_no_trouble() => Assert.Equal(0, Mixture.Percentile([Same(5, 0), Same(7, 0)], 0.95));

    private static Mixture.Part Even(double count, double most) => new(count, [(0.5, most * 0.5), (0.9, most * 0.9), (0.95, most * 0.95), (0.99, most * 0.99)]);

    private static Mixture.Part Same(double count, double value) => new(count, [(0.5, value), (0.9, value), (0.95, value), (0.99, value)]);
}
