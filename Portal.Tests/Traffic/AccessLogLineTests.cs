using Portal.Server.Gateway;
using Portal.Server.Traffic;

namespace Portal.Tests.Traffic;

public sealed class AccessLogLineTests
{
    private static readonly Guid Stage = Guid.Parse("11111111-2222-3333-4444-555555555555");

    [Fact]
    public void What_a_stage_is_told_to_write_is_what_is_read()
    {
        var written = AccessLogLine.FormatOf(Stage, Kind.RestApi)
            .Replace("$context.identity.apiKeyId", "abc123", StringComparison.Ordinal)
            .Replace("$context.status", "429", StringComparison.Ordinal)
            .Replace("$context.responseLatency", "17", StringComparison.Ordinal);

        Assert.Equal(new AccessLogLine { Stage = Stage, Key = "abc123", Status = 429, Latency = 17 }, AccessLogLine.Of(written));
    }

    [Fact]
    public void It_is_one_line_with_a_requests_id()
    {
        var format = AccessLogLine.FormatOf(Stage, Kind.RestApi);

        Assert.Contains("$context.requestId", format, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', format);
    }

    [Fact]
    public void Where_there_are_routes_it_names_the_route()
    {
        var format = AccessLogLine.FormatOf(Stage, Kind.HttpApi);

        Assert.Contains("\"resource\":\"$context.routeKey\"", format, StringComparison.Ordinal);
        Assert.DoesNotContain("resourcePath", format, StringComparison.Ordinal);
    }

    [Fact]
    public void It_holds_neither_a_keys_value_nor_an_address()
    {
        var format = AccessLogLine.FormatOf(Stage, Kind.RestApi);

        Assert.DoesNotContain("$context.identity.apiKey\"", format, StringComparison.Ordinal);
        Assert.DoesNotContain("sourceIp", format, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_the_events_of_a_connection_its_opening_is_a_call()
    {
        var format = AccessLogLine.FormatOf(Stage, Kind.WebSocketApi).Replace("$context.identity.apiKeyId", "abc123", StringComparison.Ordinal).Replace("$context.status", "101", StringComparison.Ordinal);
        string Written(string happened, string latency) => format.Replace("$context.eventType", happened, StringComparison.Ordinal).Replace("$context.integrationLatency", latency, StringComparison.Ordinal);

        Assert.Equal(new AccessLogLine { Stage = Stage, Key = "abc123", Status = 101, Latency = 7 }, AccessLogLine.Of(Written("CONNECT", "7")));
        Assert.Equal(new AccessLogLine { Stage = Stage, Key = "abc123", Status = 101, Latency = null }, AccessLogLine.Of(Written("CONNECT", "-")));
        Assert.Null(AccessLogLine.Of(Written("MESSAGE", "7")));
        Assert.Null(AccessLogLine.Of(Written("DISCONNECT", "7")));
        Assert.Contains("$context.requestId", format, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', format);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"stage":"x","status":"200","latency":"1"}""")]
    [InlineData("""{"stage":"11111111-2222-3333-4444-555555555555","status":"-","latency":"1"}""")]
    [InlineData("""{"stage":"11111111-2222-3333-4444-555555555555","status":"200"}""")]
    [InlineData("""{"stage":"11111111-2222-3333-4444-555555555555","status":200,"latency":"1"}""")]
    [InlineData("""{"stage":"11111111-2222-3333-4444-555555555555","status":"200","latency":"1" """)]
    public void Lines_of_others_are_left_alone(string text) => Assert.Null(AccessLogLine.Of(text));

    [Theory]
    [InlineData("-")]
    [InlineData("")]
    public void A_call_without_a_key_has_none(string key) =>
        Assert.Null(AccessLogLine.Of($$"""{"stage":"{{Stage}}","key":"{{key}}","status":"200","latency":"1"}""")!.Key);
}
