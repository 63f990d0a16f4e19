using Bunit;
using Portal.Client.Ui;

namespace Portal.Tests.Client.Ui;

public sealed class TimeAgoTests : UiContext
{
    [Theory]
    [InlineData(0, "just now")]
    [InlineData(59, "just now")]
    [InlineData(60, "1 minute ago")]
    [InlineData(3 * 3600 + 5, "3 hours ago")]
    [InlineData(2 * 86400, "2 days ago")]
    [InlineData(40 * 86400, "13 Oct 2026")]
    [InlineData(-3600, "in 1 hour")]
    public void A_time_is_said_in_words(int secondsAgo, string words) =>
        Assert.Equal(words, Render<TimeAgo>(parameters => parameters.Add(ago => ago.At, Clock.GetUtcNow().AddSeconds(-secondsAgo))).Find("time").TextContent);

    [Fact]
    public void The_exact_time_is_there_too()
    {
        var time = Render<TimeAgo>(parameters => parameters.Add(ago => ago.At, new DateTimeOffset(2026, 11, 22, 14, 0, 0, TimeSpan.FromHours(2)))).Find("time");

        Assert.Equal("2026-11-22 12:00:00 UTC", time.GetAttribute("title"));
    }
}
