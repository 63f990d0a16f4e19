using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog;

public sealed class RouteMessageTests
{
    [Theory]
    [InlineData("$request.body.action", "send", "{}", """{"action":"send"}""")]
    [InlineData("${request.body.type}", "send", "{}", """{"type":"send"}""")]
    [InlineData("$request.body.a.b-c", "say", "{}", """{"a":{"b-c":"say"}}""")]
    [InlineData("$request.body.a.b", "say", """{"text":"hi","a":{"c":1,"b":2}}""", """{"text":"hi","a":{"b":"say","c":1}}""")]
    [InlineData("$request.body.a.b", "say", """{"text":"hi","a":7}""", """{"a":{"b":"say"},"text":"hi"}""")]
    [InlineData("$request.body.action", "$default", """{"text":"hi"}""", """{"text":"hi"}""")]
    public void A_message_names_its_route_as_the_API_asks(string selection, string route, string example, string message) =>
        Assert.Equal(message, RouteMessage.Of(selection, route, JsonNode.Parse(example)!.AsObject())?.ToJsonString());

    [Theory]
    [InlineData("$request.body.list[0]")]
    [InlineData("${request.body.kind}/${request.body.action}")]
    [InlineData("$context.routeKey")]
    [InlineData("${request.body.action")]
    [InlineData("$request.body.action}")]
    public void Of_any_other_expression_no_message_is_made_up(string selection) => Assert.Null(RouteMessage.Of(selection, "send"));

    [Fact]
    public void The_example_stays_as_it_was()
    {
        var example = new JsonObject { ["text"] = "hi" };

        RouteMessage.Of("$request.body.action", "send", example);

        Assert.Equal("""{"text":"hi"}""", example.ToJsonString());
    }
}
