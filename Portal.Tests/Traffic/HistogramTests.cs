using Portal.Server.Traffic;

namespace Portal.Tests.Traffic;

public sealed class HistogramTests
{
    private static readonly double[] Shares = [0.5, 0.9, 0.95, 0.99, 1];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Percentiles_are_within_one_per_cent(int seed)
    {
        var random = new Random(seed);
        // From a millisecond to half a minute, most of them short.
        var values = Enumerable.Range(0, 20_000).Select(_ => (int)Math.Exp(random.NextDouble() * Math.Log(30_000))).ToList();

        var histogram = Of(values);
        values.Sort();

        Assert.All(Shares, share => Assert.InRange(histogram.Percentile(share)!.Value / values[(int)Math.Ceiling(share * values.Count) - 1], 0.99, 1.01));
    }

    [Fact]
    public void Short_times_are_told_exactly() => Assert.Equal((50, 90, 99), (Of(Enumerable.Range(1, 100)).Percentile(0.5), Of(Enumerable.Range(1, 100)).Percentile(0.9), Of(Enumerable.Range(1, 100)).Percentile(0.99)));

    [Fact]
    public void Of_nothing_there_is_no_percentile() => Assert.Null(new Histogram().Percentile(0.5));

    [Fact]
    public void It_comes_back_as_it_was_written()
    {
        var histogram = Of([0, 0, 1, 127, 128, 129, 5000, 29_000, int.MaxValue]);

        var read = Histogram.Of(histogram.ToBytes());

        Assert.Equal(histogram.Count, read.Count);
        Assert.All(Shares, share => Assert.Equal(histogram.Percentile(share), read.Percentile(share)));
    }

    [Fact]
    public void Two_add_up_to_that_of_all()
    {
        var (one, other) = (Of(Enumerable.Range(1, 300)), Of(Enumerable.Range(200, 900)));
        one.Add(other);

        Assert.All(Shares, share => Assert.Equal(Of(Enumerable.Range(1, 300).Concat(Enumerable.Range(200, 900))).Percentile(share), one.Percentile(share)));
    }

    [Fact]
    public void It_is_small() => Assert.InRange(Of(Enumerable.Range(0, 30_000)).ToBytes().Length, 1, 2100);

    private static Histogram Of(IEnumerable<int> values)
    {
        var histogram = new Histogram();

        foreach (var value in values)
        {
            histogram.Add(value);
        }

        return histogram;
    }
}
