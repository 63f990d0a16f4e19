using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Reference;

/// <summary>Writes values as JSON does, for people: letters of all languages as they are.</summary>
internal static class ReferenceText
{
    private static readonly JsonSerializerOptions Short = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };
    private static readonly JsonSerializerOptions Indented = new(Short) { WriteIndented = true, NewLine = "\n" };

    public static string Of(JsonNode? node) => node?.ToJsonString(Short) ?? "null";

    public static string Pretty(JsonNode? node) => node?.ToJsonString(Indented) ?? "null";
}
