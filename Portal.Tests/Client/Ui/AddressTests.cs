using Portal.Client.Ui;

namespace Portal.Tests.Client.Ui;

public sealed class AddressTests
{
    [Fact]
    public void What_is_not_said_is_left_out() => Assert.Equal("apis?q=pets%20%26%20co", Address.Of("apis", ("q", "pets & co"), ("team", null), ("status", "")));

    [Fact]
    public void Nothing_said_is_no_query() => Assert.Equal("apis", Address.Of("apis", ("q", null)));
}
