using Portal.Server.Gateway;

namespace Portal.Tests.Gateway;

public sealed class GatewayRefusedExceptionTests
{
    [Theory]
    [InlineData("with an explicit deny in an identity-based policy", "GetVpcLinks: AccessDeniedException: with an explicit deny in an identity-based policy.")]
    [InlineData("Please try again.", "GetVpcLinks: AccessDeniedException: Please try again.")]
    [InlineData("Why? ", "GetVpcLinks: AccessDeniedException: Why?")]
    public void What_AWS_says_ends_as_a_sentence(string message, string words) =>
        Assert.Equal(words, new GatewayRefusedException("GetVpcLinks", "AccessDeniedException", message, GatewayRefusal.Denied).Words);
}
