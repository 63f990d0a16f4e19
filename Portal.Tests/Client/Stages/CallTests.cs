using Portal.Client.Stages;
using Portal.Shared.Stages;

namespace Portal.Tests.Client.Stages;

public sealed class CallTests
{
    [Fact]
    public void A_query_is_taken_from_the_path()
    {
        var request = new Call { Path = "/pets?limit=3&name=a%20b+c&tag" }.ToRequest(Given.StageId);

        Assert.Equal("/pets", request.Path);
        Assert.Equal([new("limit", "3"), new("name", "a b c"), new NamedValue("tag", "")], request.Query);
    }

    [Fact]
    public void Headers_stand_one_a_line() =>
        Assert.Equal([new("x-api-key", "abc"), new NamedValue("Accept", "a/b; c:d")], new Call { Headers = "x-api-key: abc\n\nAccept:a/b; c:d" }.ToRequest(Given.StageId).Headers);

    [Fact]
    public void A_get_has_no_body() => Assert.Null(new Call { Body = "{}" }.ToRequest(Given.StageId).Body);

    [Fact]
    public void A_shell_takes_it_as_it_is() => Assert.Equal(
        """curl -i -X POST 'https://a.example/dev/pets?x=1' -H 'X: it'\''s' --data-raw '{"a":1}'""",
        new Call { Method = "POST", Path = "/pets?x=1", Headers = "X: it's", Body = """{"a":1}""" }.ToCurl("https://a.example/dev/"));
}
