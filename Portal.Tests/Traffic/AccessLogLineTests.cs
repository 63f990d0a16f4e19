using Portal.Server.Traffic;

namespace Portal.Tests.Traffic;

public sealed class AccessLogLineTests
{
    private static readonly Guid Stage = Guid.Parse("11111111-2222-3333-4444-555555555555");

    [Fact]
    public void What_a_stage_is_told_to_write_is_what_is_read()
    {
        var written = AccessLogLine.FormatOf(Stage, byRoute: false)
            .Replace("$context.identity.apiKeyId", "abc123", StringComparison.Ordinal)
            .Replace("$context.status", "429", StringComparison.Ordinal)
            .Replace("$context.responseLatency", "17", StringComparison.Ordinal);

        Assert.Equal(new AccessLogLine { Stage = Stage, Key = "abc123", Status = 429, Latency = 17 }, AccessLogLine.Of(written));
    }

    [Fact]
    public void It_is_one_line_with_a_requests_id()
    {
        var format = AccessLogLine.FormatOf(Stage, byRoute: false);

        Assert.Contains("$context.requestId", format, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', format);
    }

    [Fact]
    public void Where_there_are_routes_it_names_the_route()
    {
        var format = AccessLogLine.FormatOf(Stage, byRoute: true);

        Assert.Contains("\"resource\":\"$context.routeKey\"", format, StringComparison.Ordinal);
        Assert.DoesNotContain("resourcePath", format, StringComparison.Ordinal);
    }

    [Fact]
    public void It_holds_neither_a_keys_value_nor_an_address()
    {
        var format = AccessLogLine.FormatOf(Stage, byRoute: false);

        Assert.DoesNotContain("$context.identity.apiKey\"", format, StringComparison.Ordinal);
        Assert.DoesNotContain("sourceIp", format, StringComparison.Ordinal);
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
