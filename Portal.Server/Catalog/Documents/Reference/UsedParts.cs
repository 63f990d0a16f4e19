using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Reference;

/// <summary>The parts of a document that what is shown refers to, as JSON pointers. What only a left-out operation uses is not among them.</summary>
internal static class UsedParts
{
    public static HashSet<string> Of(JsonObject root, IReadOnlyList<PublishedOperation> operations)
    {
        var used = new HashSet<string>();
        var open = new Stack<JsonNode?>(operations.SelectMany(operation => new[] { operation.Operation.Json, operation.Operation.Item.Node("parameters") }));

        while (open.TryPop(out var node))
        {
            foreach (var reference in ReferencesIn(node))
            {
                if (Uri.UnescapeDataString(reference[1..]) is var pointer && used.Add(pointer))
                {
                    open.Push(References.Resolve(root, reference));
                }
            }
        }

        return used;
    }

    private static IEnumerable<string> ReferencesIn(JsonNode? node) => node switch
    {
        JsonObject json => json.Text("$ref") is ['#', ..] reference ? json.SelectMany(member => ReferencesIn(member.Value)).Prepend(reference) : json.SelectMany(member => ReferencesIn(member.Value)),
        JsonArray array => array.SelectMany(ReferencesIn),
        _ => [],
    };
}
