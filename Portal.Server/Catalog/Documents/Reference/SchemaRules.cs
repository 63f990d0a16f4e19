using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Reference;

/// <summary>What a value must keep to, in words.</summary>
internal static class SchemaRules
{
    public static IEnumerable<string> Of(JsonObject schema)
    {
        var rules = new[]
        {
            schema.Text("format"),
            Between(schema, "minLength", "maxLength", "character"),
            Limit(schema),
            Said(schema, "multipleOf", value => $"a multiple of {value}"),
            Between(schema, "minItems", "maxItems", "item"),
            schema.Flag("uniqueItems") ? "no item twice" : null,
            Between(schema, "minProperties", "maxProperties", "member"),
            schema.Node("additionalProperties") is JsonValue others && others.TryGetValue<bool>(out var any) && !any ? "no other members" : null,
            schema.Text("pattern") is { } pattern ? $"matches {pattern}" : null,
            schema.Flag("nullable") || schema.Flag("x-nullable") ? "may be null" : null,
            schema.Flag("readOnly") ? "in answers only" : null,
            schema.Flag("writeOnly") ? "in requests only" : null,
            schema.Text("contentMediaType") is { } media ? $"holds {media}" : null,
            schema.Member("discriminator").Text("propertyName") is { } name ? $"told apart by {name}" : schema.Text("discriminator") is { } old ? $"told apart by {old}" : null,
            Said(schema, "default", value => $"default {value}"),
            Said(schema, "example", value => $"for instance {value}"),
        };

        return rules.OfType<string>();
    }

    private static string? Between(JsonObject schema, string least, string most, string what) => (schema.Number(least), schema.Number(most)) switch
    {
        (null or 0, null) => null,
        (null or 0, { } max) => $"at most {Many(max, what)}",
        ({ } min, null) => $"at least {Many(min, what)}",
        ({ } min, { } max) when min == max => $"exactly {Many(min, what)}",
        ({ } min, { } max) => $"{min} to {Many(max, what)}",
    };

    private static string Many(int count, string what) => count is 1 ? $"1 {what}" : $"{count} {what}s";

    /// <summary>OpenAPI 3.0 says by a flag that a bound is excluded, 3.1 by a bound of its own.</summary>
    private static string? Limit(JsonObject schema)
    {
        var low = Bound(schema, "minimum", "exclusiveMinimum", "at least", "more than");
        var high = Bound(schema, "maximum", "exclusiveMaximum", "at most", "less than");

        return low is null ? high : high is null ? low : $"{low}, {high}";
    }

    private static string? Bound(JsonObject schema, string bound, string exclusive, string within, string beyond) => (schema.Node(bound), schema.Node(exclusive)) switch
    {
        ({ } value, JsonValue flag) when flag.TryGetValue<bool>(out var isExclusive) => $"{(isExclusive ? beyond : within)} {ReferenceText.Of(value)}",
        (_, { } value) => $"{beyond} {ReferenceText.Of(value)}",
        ({ } value, null) => $"{within} {ReferenceText.Of(value)}",
        _ => null,
    };

    /// <summary>A large value is no rule to be read in a line.</summary>
    private static string? Said(JsonObject schema, string member, Func<string, string> words) =>
        schema.TryGetPropertyValue(member, out var value) && ReferenceText.Of(value) is { Length: <= 80 } text ? words(text) : null;
}
