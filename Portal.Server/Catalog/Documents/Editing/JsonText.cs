using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Writes new JSON the way that the author writes it. YAML's braces are written so too.</summary>
internal static class JsonText
{
    /// <param name="node">What to write.</param>
    /// <param name="layout">The document's.</param>
    /// <param name="indent">That of the line on which the node begins; null writes all on one line.</param>
    public static string Of(JsonNode? node, Layout layout, string? indent) => node switch
    {
        JsonObject { Count: > 0 } json => Enclosed('{', json.Select(member => $"{Quoted(member.Key)}:{(indent is null ? layout.Gap : " ")}{Of(member.Value, layout, Deeper(layout, indent))}"), '}', layout, indent),
        JsonArray { Count: > 0 } json => Enclosed('[', json.Select(item => Of(item, layout, Deeper(layout, indent))), ']', layout, indent),
        JsonObject => "{}",
        JsonArray => "[]",
        null => "null",
        _ => node.AsText is { } text ? Quoted(text) : node.ToJsonString(),
    };

    public static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string? Deeper(Layout layout, string? indent) => indent is null ? null : indent + layout.Unit;

    private static string Enclosed(char open, IEnumerable<string> parts, char close, Layout layout, string? indent) => indent is null
        ? $"{open}{string.Join("," + layout.Gap, parts)}{close}"
        : $"{open}{layout.NewLine}{indent}{layout.Unit}{string.Join($",{layout.NewLine}{indent}{layout.Unit}", parts)}{layout.NewLine}{indent}{close}";
}
