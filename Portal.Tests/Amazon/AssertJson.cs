using System.Text.Json.Nodes;

namespace Portal.Tests.Amazon;

internal static class AssertJson
{
    /// <summary>Equal as JSON: the order of members is free, everything else is not.</summary>
    public static void Equal(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"Expected {expected}\nwas {actual}");
}
