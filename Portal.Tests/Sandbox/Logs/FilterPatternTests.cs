using Portal.Sandbox.Logs.Patterns;
using Portal.Sandbox.Wire;

namespace Portal.Tests.Sandbox.Logs;

public sealed class FilterPatternTests
{
    private const string Line = """{"status":"429","latency":12.5,"who":{"ip":"10.1.2.3","names":["ann","bob"]},"ok":true,"none":null,"text":"say \"hi\"","n":3}""";

    [Theory]
    [InlineData("", true)]
    [InlineData("{ $.status = 429 }", true)]
    [InlineData("{$.status=429}", true)]
    [InlineData("""{ $.status = "429" }""", true)]
    [InlineData("{ $.status = 42* }", true)]
    [InlineData("{ $.status = 200 }", false)]
    [InlineData("{ $.status != 200 }", true)]
    [InlineData("{ $.status >= 400 && $.status < 500 }", true)]
    [InlineData("{ $.latency > 12.5 }", false)]
    [InlineData("{ $.latency >= 1.25e1 }", true)]
    [InlineData("{ $.latency > 100 || ($.n = 3 && $.ok IS TRUE) }", true)]
    [InlineData("{ ($.latency > 100 || $.n = 3) && $.ok IS FALSE }", false)]
    [InlineData("{ $.who.ip = 10.1.* }", true)]
    [InlineData("{ $.who.names[1] = bob }", true)]
    [InlineData("{ $.who.names[*] = \"ann\" }", true)]
    [InlineData("{ $.who.names[0] = bob }", false)]
    [InlineData("{ $.['n'] = 3 }", true)]
    [InlineData("{ $.none IS NULL }", true)]
    [InlineData("{ $.missing NOT EXISTS }", true)]
    [InlineData("{ $.status NOT EXISTS }", false)]
    [InlineData("{ $.missing != 1 }", false)]
    [InlineData("{ $.text = %\"hi\"% }", true)]
    [InlineData("""{ $.text = "say \"hi\"" }""", true)]
    [InlineData("status", true)]
    [InlineData("STATUS", false)]
    [InlineData("status ann", true)]
    [InlineData("status -ann", false)]
    [InlineData("?nobody ?bob", true)]
    [InlineData("?nobody ?noone", false)]
    [InlineData("%1[0-9]\\.5%", true)]
    [InlineData("\"ip\\\":\\\"10\"", true)]
    public void A_line_is_found_or_not(string pattern, bool found) => Assert.Equal(found, FilterPattern.Parse(pattern)(Line));

    [Theory]
    [InlineData("no json at all")]
    [InlineData("{ broken")]
    [InlineData("""["status", 429]""")]
    public void A_line_that_is_no_object_has_no_fields(string line) => Assert.False(FilterPattern.Parse("{ $.status NOT EXISTS }")(line));

    [Theory]
    [InlineData("{ $.a }")]
    [InlineData("{ $.a = }")]
    [InlineData("{ $.a = 1 && }")]
    [InlineData("{ ($.a = 1 }")]
    [InlineData("{ $.a < b }")]
    [InlineData("{ a = 1 }")]
    [InlineData("{ $.a IS MAYBE }")]
    [InlineData("{ $.a = %(% }")]
    [InlineData("\"open")]
    [InlineData("[a, ]")]
    [InlineData("[..., a, ...]")]
    [InlineData("[a = 1 && b = 2]")]
    [InlineData("[a < b]")]
    [InlineData("[a")]
    public void What_makes_no_sense_is_refused(string pattern) => Assert.Equal("InvalidParameterException", Assert.Throws<AwsError>(() => FilterPattern.Parse(pattern)).Type);

    [Theory]
    [InlineData("[ip, id, user, time, request, status, bytes]", true)]
    [InlineData("[ip, id, user, time, request, status]", false)]
    [InlineData("[ip, ..., bytes]", true)]
    [InlineData("[..., status = 4*, bytes]", true)]
    [InlineData("[..., status=404 || status=500, bytes > 1000]", true)]
    [InlineData("[..., status, bytes > 1000 && bytes < 1500]", false)]
    [InlineData("[ip = 127.0.0.*, ...]", true)]
    [InlineData("[ip != 127.0.0.1, ...]", false)]
    [InlineData("[ip, id, user, time, request = \"GET /pets*\", ...]", true)]
    [InlineData("[ip, id, user, time = 02/Mar*, ...]", true)]
    [InlineData("[..., status = %4[0-9]{2}%, bytes]", true)]
    [InlineData("[..., status >= 500, bytes]", false)]
    public void Fields_between_spaces_are_told_apart(string pattern, bool found) =>
        Assert.Equal(found, FilterPattern.Parse(pattern)("""127.0.0.1 - frank [02/Mar/2026:12:00:00 +0000] "GET /pets?x=1 HTTP/1.1" 404 1534"""));

    [Fact]
    public void Bottomless_brackets_are_refused() => Assert.Throws<AwsError>(() => FilterPattern.Parse($"{{ {new string('(', 100_000)} }}"));

    [Fact]
    public void An_expression_that_would_take_for_ever_matches_nothing() => Assert.False(FilterPattern.Parse("%(a+)+$%")($"{new string('a', 40)}!"));
}
