using Portal.Server.Connections;
using Portal.Server.Gateway;

namespace Portal.Tests.Connections;

public sealed class RefusalsTests
{
    [Theory]
    [InlineData(nameof(GatewayRefusal.Denied), "The connection's credentials may not do this: allow it in IAM, then try again.")]
    [InlineData(nameof(GatewayRefusal.Passing), "It is worth another try.")]
    [InlineData(nameof(GatewayRefusal.Unknown), "It is worth another try.")]
    [InlineData(nameof(GatewayRefusal.Final), "Trying again does not help before what AWS names is mended.")]
    public void Where_AWS_does_not_say_how_things_are_it_is_said_what_helps(string refusal, string advice) => Assert.Equal(
        $"GetVpcLinks: SomeException: No. {advice}",
        Refusals.NotAnswered(new GatewayRefusedException("GetVpcLinks", "SomeException", "No", Enum.Parse<GatewayRefusal>(refusal))).Detail);
}
