using System.Globalization;
using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Reference;

/// <summary>Makes a value that fits a schema, from its examples and defaults where it has some: so that a reader sees the form of it.</summary>
internal sealed class ExampleMaker(JsonObject root, bool isRequest)
{
    private const int MaxDepth = 5;

    private readonly Stack<JsonNode> _above = [];
    private int _left = 150;

    public JsonNode? Make(JsonNode? node) => Make(node, 0);

    private JsonNode? Make(JsonNode? node, int depth)
    {
        if (References.Follow(root, node) is not JsonObject schema || depth > MaxDepth || _above.Contains(schema) || _left-- <= 0)
        {
            return null;
        }

        if (SaidBy(schema) is { } said)
        {
            return said.DeepClone();
        }

        _above.Push(schema);
        var made = MadeOf(node, schema, depth);
        _above.Pop();

        return made;
    }

    private static JsonNode? SaidBy(JsonObject schema) =>
        schema.Node("example") ?? (schema.Node("examples") as JsonArray)?.FirstOrDefault() ?? schema.Node("default") ?? schema.Node("const") ?? schema.Items("enum").FirstOrDefault();

    private JsonNode? MadeOf(JsonNode? node, JsonObject schema, int depth)
    {
        var merged = MergedSchema.Of(root, node);

        if (merged.Properties.Count > 0)
        {
            var properties = merged.Properties.Where(property => !IsOfTheOtherSide(property.Value)).Select(property => KeyValuePair.Create(property.Key, Make(property.Value, depth + 1)));

            return new JsonObject(properties.Where(property => property.Value is not null || merged.Required.Contains(property.Key)));
        }

        return SchemaNames.Type(root, schema).Split(' ')[0] switch
        {
            "array" => merged.Items is { } items && Make(items, depth + 1) is { } item ? new JsonArray(item) : new JsonArray(),
            "string" => Text(schema),
            "integer" => JsonNode.Parse((schema.Number("minimum") ?? 1).ToString(CultureInfo.InvariantCulture)),
            "number" => schema.Node("minimum")?.DeepClone() ?? JsonNode.Parse("1.5"),
            "boolean" => JsonValue.Create(true),
            "map" => merged.Others is { } values ? new JsonObject { ["name"] = Make(values, depth + 1) } : new JsonObject(),
            _ when merged.Choices.FirstOrDefault(choice => choice.Words is not "Not") is { Schemas: [var first, ..] } => Make(first, depth + 1),
            "object" => new JsonObject(),
            _ => null,
        };
    }

    /// <summary>What only answers carry is not sent, and the other way round.</summary>
    private bool IsOfTheOtherSide(JsonNode? property) => References.Follow(root, property).Flag(isRequest ? "readOnly" : "writeOnly");

    private static JsonNode Text(JsonObject schema) => schema.Text("format") switch
    {
        "date-time" => "2030-01-31T12:00:00Z",
        "date" => "2030-01-31",
        "time" => "12:00:00",
        "uuid" => "00000000-0000-4000-8000-000000000000",
        "email" => "name@example.com",
        "uri" or "url" => "https://example.com",
        "ipv4" => "192.0.2.1",
        "byte" => "aGVsbG8=",
        _ => "text",
    };
}
