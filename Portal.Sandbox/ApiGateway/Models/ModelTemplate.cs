using System.Text;
using System.Text.Json;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Models;

/// <summary>A mapping template to begin with: a sample of what the schema describes, lists as loops. The service's own layout is not recorded.</summary>
internal sealed class ModelTemplate
{
    private const int Deepest = 16;

    private readonly StringBuilder _text = new("#set($inputRoot = $input.path('$'))\n");
    private readonly Func<string, JsonElement?> _referred;
    private int _loops;

    private ModelTemplate(Func<string, JsonElement?> referred) => _referred = referred;

    /// <param name="schema">The model's.</param>
    /// <param name="referred">The schema behind a reference, if it is known.</param>
    public static string Of(string? schema, Func<string, JsonElement?> referred)
    {
        using var document = JsonDocument.Parse(schema ?? throw AwsError.BadRequest("The model has no schema"));
        ModelTemplate template = new(referred);
        template.Write(document.RootElement, "$inputRoot", 0);
        return template._text.ToString();
    }

    private void Write(JsonElement schema, string at, int depth)
    {
        if (depth < Deepest && Member(schema, "$ref") is { ValueKind: JsonValueKind.String } reference && _referred(reference.GetString()!) is { } referred)
        {
            Write(referred, at, depth + 1);
            return;
        }

        switch (Kind(schema))
        {
            case "object" when depth < Deepest && Member(schema, "properties") is { ValueKind: JsonValueKind.Object } properties:
                WriteObject(properties, at, depth);
                break;
            case "array" when depth < Deepest && Member(schema, "items") is { ValueKind: JsonValueKind.Object } items:
                var one = $"$elem{(_loops++ is 0 ? "" : _loops)}";
                _text.Append("[\n#foreach(").Append(one).Append(" in ").Append(at).Append(")\n").Append(' ', (depth + 1) * 2);
                Write(items, one, depth + 1);
                _text.Append("#if($foreach.hasNext),#end\n#end\n").Append(' ', depth * 2).Append(']');
                break;
            case var kind:
                _text.Append(kind switch { "array" => "[ ]", "integer" => "42", "number" => "3.14", "boolean" => "true", "string" => "\"foo\"", _ => "{ }" });
                break;
        }
    }

    private void WriteObject(JsonElement properties, string at, int depth)
    {
        _text.Append("{\n");
        var first = true;
        foreach (var property in properties.EnumerateObject())
        {
            _text.Append(first ? "" : ",\n").Append(' ', (depth + 1) * 2).Append('"').Append(JsonEncodedText.Encode(property.Name)).Append("\" : ");
            Write(property.Value, $"{at}.{property.Name}", depth + 1);
            first = false;
        }

        _text.Append('\n').Append(' ', depth * 2).Append('}');
    }

    private static string Kind(JsonElement schema) => Member(schema, "type") is { ValueKind: JsonValueKind.String } type ? type.GetString()! : "object";

    private static JsonElement? Member(JsonElement schema, string name) =>
        schema.ValueKind is JsonValueKind.Object && schema.TryGetProperty(name, out var value) ? value : null;
}
