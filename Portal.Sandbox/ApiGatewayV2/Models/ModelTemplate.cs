using System.Text;
using System.Text.Json;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.Models;

/// <summary>A mapping template to begin with: a sample of what the schema describes. The service's own layout is not recorded.</summary>
internal static class ModelTemplate
{
    private const int Deepest = 16;

    public static string Of(string? schema)
    {
        using var document = JsonDocument.Parse(schema ?? throw AwsError.BadRequest("The model has no schema"));
        StringBuilder text = new("#set($inputRoot = $input.path('$'))\n");
        Write(text, document.RootElement, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonElement schema, int depth)
    {
        var indent = new string(' ', depth * 2);
        switch (Kind(schema))
        {
            case "object" when depth < Deepest && Member(schema, "properties") is { ValueKind: JsonValueKind.Object } properties:
                text.Append("{\n");
                var first = true;
                foreach (var property in properties.EnumerateObject())
                {
                    text.Append(first ? "" : ",\n").Append(indent).Append("  \"").Append(JsonEncodedText.Encode(property.Name)).Append("\" : ");
                    Write(text, property.Value, depth + 1);
                    first = false;
                }

                text.Append('\n').Append(indent).Append('}');
                break;
            case "array" when depth < Deepest && Member(schema, "items") is { ValueKind: JsonValueKind.Object } items:
                text.Append("[ ");
                Write(text, items, depth + 1);
                text.Append(" ]");
                break;
            case var kind:
                text.Append(kind switch { "array" => "[ ]", "integer" => "42", "number" => "3.14", "boolean" => "true", "string" => "\"foo\"", _ => "{ }" });
                break;
        }
    }

    private static string Kind(JsonElement schema) => Member(schema, "type") is { ValueKind: JsonValueKind.String } type ? type.GetString()! : "object";

    private static JsonElement? Member(JsonElement schema, string name) =>
        schema.ValueKind is JsonValueKind.Object && schema.TryGetProperty(name, out var value) ? value : null;
}
