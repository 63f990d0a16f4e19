using Portal.Sandbox.CloudWatch;

namespace Portal.Tests.Sandbox.CloudWatch;

public sealed class DistributionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Percentiles_of_any_values_are_within_one_percent(int seed)
    {
        Random random = new(seed);
        double[] values = [.. Enumerable.Range(0, 50_000).Select(_ => Math.Exp(random.NextDouble() * 12))];

        var distribution = Packed(Of(values));

        Array.Sort(values);
        foreach (var percent in new[] { 0, 1, 50, 90, 95, 99, 99.9, 100 })
        {
            var exact = values[Math.Max(0, (int)Math.Ceiling(percent / 100 * values.Length) - 1)];
            Assert.InRange(distribution.Percentile(percent)!.Value, exact * 0.99, exact * 1.01);
        }

        Assert.Equal((50_000d, values.Min(), values.Max()), (distribution.Count, distribution.Minimum, distribution.Maximum));
        Assert.Equal(values.Sum(), distribution.Sum, values.Sum() * 1e-12);
    }

    [Fact]
    public void Whole_milliseconds_are_kept_exactly()
    {
        double[] values = [.. Enumerable.Range(1, 1_000).Select(value => (double)value)];

        var distribution = Packed(Of(values));

        Assert.Equal([500, 900, 950, 990, 999], new[] { 50, 90, 95, 99, 99.9 }.Select(percent => distribution.Percentile(percent)!.Value));
        Assert.False(distribution.IsRounded);
    }

    [Fact]
    public void What_is_packed_comes_out_again()
    {
        var distribution = Of(0.5, -3, 7, 7, 1e30);
        distribution.Add(2, 0.25);

        var again = Packed(distribution);

        Assert.Equal((distribution.Count, distribution.Sum, distribution.Minimum, distribution.Maximum), (again.Count, again.Sum, again.Minimum, again.Maximum));
        Assert.Equal(distribution.Values, again.Values);
    }

    [Fact]
    public void Sums_without_values_have_no_percentile()
    {
        var distribution = Of(1, 2, 3);
        distribution.AddSet(10, 50, 1, 9);

        Assert.Null(Packed(distribution).Percentile(50));
        Assert.Equal((13, 56, 1, 9), (distribution.Count, distribution.Sum, distribution.Minimum, distribution.Maximum));
    }

    [Fact]
    public void Sums_of_equal_values_have_percentiles()
    {
        Distribution distribution = new();
        distribution.AddSet(10, 50, 5, 5);

        Assert.Equal(5, Packed(distribution).Percentile(99));
    }

    private static Distribution Of(params double[] values)
    {
        Distribution distribution = new();
        foreach (var value in values)
        {
            distribution.Add(value);
        }

        return distribution;
    }

    private static Distribution Packed(Distribution distribution) => Assert.Single(Chunk.Unpack(Chunk.Pack([KeyValuePair.Create(59, distribution)])), pair => pair.Key is 59).Value;
}
