using Portal.Server.Metrics;

namespace Portal.Tests.Metrics;

public sealed class CsvTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1,A2)", "\"'@SUM(A1,A2)\"")]
    public void A_text_stands_for_itself(string text, string cell)
    {
        var csv = new Csv("Head");
        csv.Line(text);

        Assert.Equal($"Head\r\n{cell}\r\n", csv.ToString());
    }

    [Fact]
    public void What_is_missing_is_empty_while_numbers_and_times_are_the_same_everywhere()
    {
        var csv = new Csv("A", "B", "C", "D");
        csv.Line(null, 1.5, -3L, new DateTimeOffset(2026, 3, 2, 13, 0, 0, TimeSpan.FromHours(1)));

        Assert.Equal("A,B,C,D\r\n,1.5,-3,2026-03-02T12:00:00Z\r\n", csv.ToString());
    }
}
