using Portal.Sandbox.CloudWatch;

namespace Portal.Tests.Sandbox.CloudWatch;

public sealed class StatisticTests
{
    // Of 1, 2, ... 20, each once.
    [Theory]
    [InlineData("tm90", 9.5)]
    [InlineData("TM(10%:90%)", 10.5)]
    [InlineData("tm(25%:75%)", 10.5)]
    [InlineData("IQM", 10.5)]
    [InlineData("tm(:95%)", 10)]
    [InlineData("tm(90%:)", 19.5)]
    [InlineData("tm(4:8)", 6.5)]
    [InlineData("wm(10%:90%)", 10.5)]
    [InlineData("wm95", 10.45)]
    [InlineData("tc90", 18)]
    [InlineData("tc(5:)", 15)]
    [InlineData("ts(18:20)", 39)]
    [InlineData("ts10", 3)]
    [InlineData("pr(:5)", 25)]
    [InlineData("PR(5:10)", 25)]
    [InlineData("p95", 19)]
    public void Parts_of_the_values_are_told_by_rank_or_bound(string name, double expected)
    {
        Distribution values = new();
        for (var value = 1; value <= 20; value++)
        {
            values.Add(value);
        }

        Assert.Equal(expected, Statistic.Find(name)!.Of(values)!.Value, 9);
    }

    [Theory]
    [InlineData("tm101")]
    [InlineData("tm")]
    [InlineData("tm(:)")]
    [InlineData("tm(90%:10%)")]
    [InlineData("tm(10%:90)")]
    [InlineData("pr90")]
    [InlineData("pr(10%:90%)")]
    [InlineData("Median")]
    public void What_is_no_statistic_is_none(string name) => Assert.Null(Statistic.Find(name));

    [Fact]
    public void Of_sums_alone_no_part_is_known()
    {
        Distribution values = new();
        values.AddSet(4, 10, 1, 4);

        Assert.Null(Statistic.Find("tm90")!.Of(values));
    }
}
