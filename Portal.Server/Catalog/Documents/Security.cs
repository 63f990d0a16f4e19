using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents;

/// <summary>Which security schemes count for an operation: its own, or else the document's.</summary>
internal static class Security
{
    /// <summary>The names of all schemes of all alternatives.</summary>
    public static IEnumerable<string> Of(JsonObject operation, JsonObject root) => Alternatives(operation, root).SelectMany(alternative => alternative.Members.Select(scheme => scheme.Key));

    /// <summary>One of these has to be met; an empty one is met by everybody.</summary>
    public static IEnumerable<JsonNode?> Alternatives(JsonObject operation, JsonObject root) => operation.ContainsKey("security") ? operation.Items("security") : root.Items("security");
}
