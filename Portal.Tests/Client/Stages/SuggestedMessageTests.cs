using Portal.Client.Stages;

namespace Portal.Tests.Client.Stages;

public sealed class SuggestedMessageTests
{
    [Theory]
    [InlineData("$request.body.action", "send", """{"action": "send"}""")]
    [InlineData("${request.body.type}", "send", """{"type": "send"}""")]
    [InlineData("$request.body.a.b-c", "say \"hi\"", """{"a": {"b-c": "say \"hi\""}}""")]
    [InlineData("$request.body.action", "$default", "{}")]
    [InlineData("$request.body.list[0]", "send", null)]
    [InlineData("${request.body.kind}/${request.body.action}", "send", null)]
    [InlineData("$context.routeKey", "send", null)]
    public void A_message_names_its_route_as_the_API_asks(string expression, string route, string? message) => Assert.Equal(message, SuggestedMessage.Of(expression, route));
}
