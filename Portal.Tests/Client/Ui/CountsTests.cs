using Portal.Client.Ui;

namespace Portal.Tests.Client.Ui;

public sealed class CountsTests
{
    [Theory]
    [InlineData(0, "0 calls")]
    [InlineData(1, "1 call")]
    [InlineData(2, "2 calls")]
    [InlineData(12345, "12,345 calls")]
    public void One_is_no_many(long count, string words) => Assert.Equal(words, Counts.Words(count, "call"));

    [Fact]
    public void Charts_say_it_short() => Assert.Equal(("1 connection", "0 connections"), (Counts.Short(1, "connection"), Counts.Short(0, "connection")));
}
