using System.Text.Json.Nodes;
using Portal.Server.Catalog.Documents;
using Portal.Server.Gateway;
using Portal.Tests.Catalog.Documents;
using Portal.Tests.Gateway;

namespace Portal.Tests.Catalog.Projection;

/// <summary>Documents that nobody would write: one node of a good one is replaced, removed or put elsewhere.</summary>
public sealed class BrokenDocumentTests
{
    private static readonly string?[] Odd = ["null", "true", "7", "-1", "\"\"", "\"x\"", "\"/\"", "\"{\"", "\"#\"", "[]", "{}", "[null]", "[{}]", "{\"\":{}}", "{\"$ref\":\"#/info\"}", "\"default\""];

    public static TheoryData<string> Names => [.. OpenApiBodyCases.Documents.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_can_be_read_is_projected_or_found_wanting(string name)
    {
        var root = Samples.Read(OpenApiBodyCases.Text(name)).Root;

        for (var seed = 0; seed < 40; seed++)
        {
            var text = Broken(root, new Random(seed)).ToJsonString();

            if (SourceDocument.Read(text) is not ReadOutcome.Read read)
            {
                continue;
            }

            try
            {
                var projection = GatewayDocument.Project(read.Document, Projected.Settings);

                if (projection.Spec is { } spec)
                {
                    // Whatever is left is what a gateway would make of its body.
                    Assert.Equal(spec.Text, Projected.Spec(OpenApiBody.Of((RestApiSpec)spec)).Text);
                }
                else
                {
                    Assert.False(projection.MayBeDeployed);
                    Assert.NotEmpty(projection.Findings);
                }
            }
            catch (Exception exception)
            {
                throw new Xunit.Sdk.XunitException($"{exception}\n{text}");
            }
        }
    }

    private static JsonObject Broken(JsonObject root, Random random)
    {
        var copy = (JsonObject)root.DeepClone();
        List<JsonNode> nodes = [.. All(copy).Where(node => node.Parent is not null)];
        var node = nodes[random.Next(nodes.Count)];
        var odd = JsonNode.Parse(Odd[random.Next(Odd.Length)]!);

        switch (node.Parent)
        {
            case JsonObject members when random.Next(4) is 0:
                var name = members.First(member => member.Value == node).Key;
                members.Remove(name);
                members[random.Next(2) is 0 ? "" : name + " /"] = node;
                break;

            case JsonObject members:
                members[members.First(member => member.Value == node).Key] = odd;
                break;

            case JsonArray items:
                items[items.IndexOf(node)] = odd;
                break;
        }

        return copy;
    }

    private static IEnumerable<JsonNode> All(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => All(member.Value)).Prepend(members),
        JsonArray items => items.SelectMany(All).Prepend(items),
        null => [],
        _ => [node],
    };
}
