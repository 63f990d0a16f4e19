using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Server.Gateway;

/// <summary>One text for one JSON value: members in ordinal order, no white space, numbers without needless zeros, letters as they are.</summary>
internal static class CanonicalJson
{
    // A quotient keeps the smallest scale that is exact, so this takes trailing zeros away.
    private const decimal One = 1.0000000000000000000000000000m;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonNode? node)
    {
        var buffer = new ArrayBufferWriter<byte>();

        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, node);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case null:
                writer.WriteNullValue();
                break;

            case JsonObject members:
                writer.WriteStartObject();

                foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(name);
                    Write(writer, value);
                }

                writer.WriteEndObject();
                break;

            case JsonArray items:
                writer.WriteStartArray();

                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;

            case JsonValue value when value.GetValueKind() is JsonValueKind.Number:
                writer.WriteRawValue(Number(value.ToJsonString()));
                break;

            default:
                node.WriteTo(writer);
                break;
        }
    }

    private static string Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? (number / One).ToString(CultureInfo.InvariantCulture)
        : text;
}
