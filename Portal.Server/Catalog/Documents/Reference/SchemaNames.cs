using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Reference;

/// <summary>What a schema is called, and its type in a few words.</summary>
internal static class SchemaNames
{
    private const int MaxDepth = 4;

    private static readonly string[] Scalars = ["string", "integer", "number", "boolean", "null"];

    /// <summary>The name of the schema that a reference names; null for anything else.</summary>
    public static string? Of(string? reference) => (reference is ['#', .. var pointer] ? JsonPointer.Parse(Uri.UnescapeDataString(pointer)) : null) switch
    {
        ["components", "schemas", var name] => name,
        ["definitions", var name] => name,
        _ => null,
    };

    /// <summary>"string", "array of Pet", "map of integer", "one of".</summary>
    public static string Type(JsonObject root, JsonNode? node, int depth = 0)
    {
        var schema = References.Follow(root, node);
        var type = TypeOf(root, schema, depth);

        return Of(node.Text("$ref")) is { } name && schema is JsonObject && !Scalars.Contains(type.Split(' ')[0]) ? name : type;
    }

    private static string TypeOf(JsonObject root, JsonNode? schema, int depth)
    {
        if (schema is not JsonObject json || depth > MaxDepth)
        {
            return schema is JsonValue value && value.TryGetValue<bool>(out var any) && !any ? "nothing" : "any";
        }

        var types = json.Text("type") is { } one ? [one] : json.Items("type").Select(type => type.AsText).OfType<string>().ToArray();

        return types is [_, ..] ? string.Join(" or ", types.Select(type => WithParts(root, json, type, depth))) : Inferred(root, json, depth);
    }

    private static string WithParts(JsonObject root, JsonObject json, string type, int depth) => type switch
    {
        "array" => json.Node("items") is { } items ? $"array of {Type(root, items, depth + 1)}" : "array",
        "object" when json.Member("properties") is null && json.Node("additionalProperties") is JsonObject values => $"map of {Type(root, values, depth + 1)}",
        _ => type,
    };

    private static string Inferred(JsonObject root, JsonObject json, int depth)
    {
        if (json.Node("items") is not null)
        {
            return WithParts(root, json, "array", depth);
        }

        if (json.Items("allOf").ToList() is [_, ..] parts)
        {
            return parts.Select(part => Type(root, part, depth + 1)).ToList() is [var only] ? only : "object";
        }

        return json switch
        {
            _ when json.ContainsKey("oneOf") => "one of",
            _ when json.ContainsKey("anyOf") => "any of",
            _ when json.ContainsKey("properties") => "object",
            _ when json.ContainsKey("additionalProperties") => WithParts(root, json, "object", depth),
            _ => (json.Items("enum").FirstOrDefault() ?? json.Node("const"))?.GetValueKind() switch
            {
                System.Text.Json.JsonValueKind.String => "string",
                System.Text.Json.JsonValueKind.Number => "number",
                System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "boolean",
                _ => "any",
            },
        };
    }
}
