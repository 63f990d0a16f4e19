using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents;

/// <summary>Reads a tree in which anything may stand anywhere: what is not of the kind asked for is null, and nothing throws.</summary>
internal static class JsonReading
{
    extension(JsonNode? node)
    {
        public JsonNode? Node(string name) => node is JsonObject json && json.TryGetPropertyValue(name, out var member) ? member : null;

        public JsonObject? Member(string name) => node.Node(name) as JsonObject;

        public IEnumerable<JsonNode?> Items(string name) => node.Node(name) as JsonArray ?? [];

        public IEnumerable<KeyValuePair<string, JsonNode?>> Members => node as JsonObject ?? [];

        public string? Text(string name) => node.Node(name).AsText;

        public bool Flag(string name) => node.Node(name) is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

        public int? Number(string name) => node.Node(name) is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

        public string? AsText => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
    }
}
