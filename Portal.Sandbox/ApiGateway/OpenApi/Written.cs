using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>Writing of documents: what is not there is left out.</summary>
internal static class Written
{
    public static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    public static void Put(this JsonObject written, string name, JsonNode? value)
    {
        if (value is not null)
        {
            written[name] = value;
        }
    }

    public static JsonArray? Texts(IReadOnlyList<string>? texts) => texts is null or [] ? null : new([.. texts.Select(text => (JsonNode)text)]);

    public static JsonObject? Texts(IEnumerable<KeyValuePair<string, string>>? texts) =>
        texts?.ToArray() is { Length: > 0 } pairs ? Map(pairs, text => text) : null;

    public static JsonObject Map<T>(IEnumerable<KeyValuePair<string, T>> pairs, Func<T, JsonNode?> write) =>
        new(pairs.Select(pair => KeyValuePair.Create(pair.Key, write(pair.Value))));
}
