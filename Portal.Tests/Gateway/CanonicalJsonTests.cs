using System.Text.Json.Nodes;
using Portal.Server.Gateway;

namespace Portal.Tests.Gateway;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{ "b": 1, "a": [ true, null ] }""", """{"a":[true,null],"b":1}""")]
    [InlineData("[1.0, 1.50, 100, 1e2, 0.10]", "[1,1.5,100,100,0.1]")]
    [InlineData("1e400", "1e400")]
    [InlineData(""" "Bücher & <Zeit>" """, "\"Bücher & <Zeit>\"")]
    public void Equal_values_have_one_text(string json, string text)
    {
        Assert.Equal(text, CanonicalJson.Of(JsonNode.Parse(json)));
    }

    [Fact]
    public void Null_is_null()
    {
        Assert.Equal("null", CanonicalJson.Of(null));
    }
}
