using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Shared;

namespace Portal.Server.Catalog.Documents;

/// <summary>
/// Turns a schema into the draft 4 that API Gateway understands. Where that cannot say what the author said, the result admits more, never less:
/// a gateway that refuses a valid call is worse than one that leaves the check to the backend. Nodes that do are remembered.
/// </summary>
/// <param name="source">The document.</param>
/// <param name="lint">What is found.</param>
/// <param name="loosened">The nodes that admit more than their author said.</param>
/// <param name="reference">The name of the model that a reference leads to.</param>
internal sealed class ProjectionSchema(ProjectionSource source, Lint lint, HashSet<JsonNode> loosened, Func<string, string> reference)
{
    public JsonObject Convert(JsonNode? node, string pointer)
    {
        if (node is not JsonObject schema)
        {
            // "true" admits anything, and so must whatever else is not understood.
            return node is JsonValue value && value.TryGetValue<bool>(out var admits) && admits ? [] : Loosen([], pointer, "false");
        }

        if (schema.Text("$ref") is { } target)
        {
            return Reference(schema, target, pointer);
        }

        var types = TypesOf(schema);
        var nullable = schema.Flag("nullable") || types.Contains("null") || ProjectionKeywords.Choices.Any(word => schema.Items(word).Any(variant => TypesOf(variant) is ["null"]));
        types.Remove("null");

        if (nullable && (types is not ["string" or "number" or "integer" or "boolean"] || HasParts(schema)))
        {
            return Loosen([], pointer, "nullable");
        }

        if (types.Count > 1)
        {
            return new JsonObject { ["anyOf"] = new JsonArray([.. types.Select(type => Convert(With(schema, type), pointer))]) };
        }

        var draft = new JsonObject();

        if (nullable)
        {
            Loosen(draft, pointer, "nullable");
        }
        else if (types is [var only])
        {
            draft["type"] = only;
        }

        foreach (var (name, value) in schema)
        {
            Member(draft, schema, name, value, pointer);
        }

        if (nullable)
        {
            draft.Remove("enum");
        }

        if (draft["type"].AsText is "array" && draft["items"] is null)
        {
            draft["items"] = new JsonObject();
        }

        return draft;
    }

    private JsonObject Reference(JsonObject schema, string target, string pointer)
    {
        // Beside a reference it means nothing before 3.1, and is meant all the same.
        if (schema.Flag("nullable"))
        {
            return Loosen([], pointer, "nullable");
        }

        var named = new JsonObject { ["$ref"] = $"#/components/schemas/{reference(target)}" };

        if (!source.Is31 || !schema.Any(member => member.Key is not "$ref" && (ProjectionKeywords.Read.Contains(member.Key) || ProjectionKeywords.Kept.Contains(member.Key))))
        {
            return named;
        }

        var beside = new JsonObject(schema.Where(member => member.Key is not "$ref").Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

        return new JsonObject { ["allOf"] = new JsonArray(named, Convert(beside, pointer)) };
    }

    private void Member(JsonObject draft, JsonObject schema, string name, JsonNode? value, string pointer)
    {
        switch (name, value)
        {
            case ("properties", JsonObject properties):
                draft[name] = new JsonObject(properties.Select(property => KeyValuePair.Create(property.Key, (JsonNode?)Convert(property.Value, $"{pointer}/properties/{PointerName.Escaped(property.Key)}"))));
                break;

            case ("required", JsonArray required):
                Required(draft, schema, required, pointer);
                break;

            case ("items", JsonObject) when schema["prefixItems"] is null:
            case ("not", JsonObject):
                draft[name] = Convert(value, $"{pointer}/{name}");
                break;

            case ("additionalProperties", not null) when schema["patternProperties"] is null:
                draft[name] = value is JsonObject ? Convert(value, $"{pointer}/{name}") : value.DeepClone();
                break;

            case ("allOf" or "anyOf" or "oneOf", JsonArray { Count: > 0 } variants):
                draft[name] = new JsonArray([.. variants.Select((variant, index) => Convert(variant, $"{pointer}/{name}/{index}"))]);
                break;

            case ("enum", JsonArray values) when values.Any(item => item is not null):
                draft[name] = new JsonArray([.. values.Where(item => item is not null).Select(item => item!.DeepClone())]);
                break;

            case ("const", not null):
                draft["enum"] = new JsonArray(value.DeepClone());
                break;

            case ("exclusiveMinimum" or "exclusiveMaximum", JsonValue bound) when bound.GetValueKind() is not JsonValueKind.False:
                Exclusive(draft, schema, name is "exclusiveMinimum" ? "minimum" : "maximum", bound);
                Loosen(draft, pointer, name);
                break;

            case ("format", JsonValue format):
                if (ProjectionKeywords.NumberFormats.Contains(format.AsText ?? ""))
                {
                    lint.Add(LintSchemaRules.Annotations, pointer, subject: format.ToString());
                }
                else
                {
                    draft[name] = format.DeepClone();
                }

                break;

            case ("type", _) when TypesOf(schema) is not [] || value is null:
            case ("nullable" or "exclusiveMinimum" or "exclusiveMaximum", _):
                break;

            case (_, not null) when ProjectionKeywords.Kept.Contains(name):
                draft[name] ??= value.DeepClone();
                break;

            case var _ when ProjectionKeywords.Annotations.Contains(name) || name.StartsWith("x-", StringComparison.Ordinal):
                lint.Add(LintSchemaRules.Annotations, pointer, subject: name.StartsWith("x-", StringComparison.Ordinal) ? "x-..." : name);
                break;

            default:
                Loosen(draft, pointer, name);
                break;
        }
    }

    /// <summary>What is read-only need not be sent, even where it is required; API Gateway knows one model for both ways.</summary>
    private void Required(JsonObject draft, JsonObject schema, JsonArray required, string pointer)
    {
        List<string> names = [.. required.Select(name => name.AsText).OfType<string>().Distinct()];
        var readOnly = names.RemoveAll(name => schema.Member("properties").Member(name) is { } property && (property.Flag("readOnly") || References.Follow(source.Root, property) is JsonObject target && target.Flag("readOnly")));

        if (readOnly > 0)
        {
            Loosen(draft, pointer, "readOnly");
        }

        if (names is not [])
        {
            draft["required"] = new JsonArray([.. names.Order(StringComparer.Ordinal).Select(name => JsonValue.Create(name))]);
        }
    }

    /// <summary>The bound itself is admitted too: API Gateway does not know exclusive ones.</summary>
    private static void Exclusive(JsonObject draft, JsonObject schema, string word, JsonValue bound)
    {
        if (bound.GetValueKind() is JsonValueKind.Number && schema[word] is null)
        {
            draft[word] = bound.DeepClone();
        }
    }

    private JsonObject Loosen(JsonObject draft, string pointer, string what)
    {
        lint.Add(LintSchemaRules.Keywords, pointer, subject: what);
        loosened.Add(draft);

        return draft;
    }

    private static bool HasParts(JsonObject schema) => schema.ContainsKey("allOf") || schema.ContainsKey("anyOf") || schema.ContainsKey("oneOf") || schema.ContainsKey("const") || schema.ContainsKey("not");

    private static JsonObject With(JsonObject schema, string type)
    {
        var copy = (JsonObject)schema.DeepClone();
        copy["type"] = type;

        return copy;
    }

    private static List<string> TypesOf(JsonNode? schema) => schema.Node("type") switch
    {
        JsonArray several => [.. several.Select(type => type.AsText).OfType<string>().Where(type => ProjectionKeywords.Types.Contains(type) || type is "null").Distinct()],
        { } one when one.AsText is { } type && (ProjectionKeywords.Types.Contains(type) || type is "null") => [type],
        _ => [],
    };
}
