using Portal.Server.Sync;

namespace Portal.Tests.Sync;

public sealed class PatienceTests
{
    [Theory]
    [InlineData(1, null, 2)]
    [InlineData(2, null, 4)]
    [InlineData(5, null, 32)]
    [InlineData(9, null, 60)]
    [InlineData(99, null, 60)]
    [InlineData(1, 1, 2)]
    [InlineData(1, 20, 20)]
    [InlineData(9, 90, 90)]
    public void A_wait_doubles_up_to_a_minute_and_is_never_shorter_than_aws_asks(int tries, int? asked, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Patience.After(tries, TimeSpan.FromSeconds(2), asked is { } wait ? TimeSpan.FromSeconds(wait) : null));

    [Fact]
    public void A_run_does_not_hold_up_others_for_an_hour()
    {
        Assert.True(Patience.Bears(TimeSpan.FromSeconds(90)));
        Assert.False(Patience.Bears(TimeSpan.FromHours(1)));
    }
}
