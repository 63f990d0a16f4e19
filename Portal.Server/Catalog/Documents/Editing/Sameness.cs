using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Whether a node of the text says what a node of a tree says.</summary>
internal static class Sameness
{
    public static bool Same(SourceNode node, JsonNode? wanted) => (node.Kind, wanted) switch
    {
        (JsonValueKind.Object, JsonObject json) => SameMembers(node, json),
        (JsonValueKind.Array, JsonArray json) => node.Items.Count == json.Count && node.Items.Zip(json).All(pair => Same(pair.First, pair.Second)),
        (JsonValueKind.Object or JsonValueKind.Array, _) or (_, JsonObject or JsonArray) => false,
        (JsonValueKind.String, { } json) => json.AsText == node.Scalar,
        _ => JsonNode.DeepEquals(node.ToJson(), wanted),
    };

    private static bool SameMembers(SourceNode node, JsonObject wanted)
    {
        var members = node.Members.Where(member => !member.IsMergeKey).ToList();

        return members.Count == wanted.Count && members.TrueForAll(member => wanted.TryGetPropertyValue(member.Name, out var value) && Same(member.Value, value));
    }
}
