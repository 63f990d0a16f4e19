using System.Text.Json.Nodes;

namespace Portal.Tests.Platform;

/// <summary>Makes bodies that fit a schema but for one place: there stands whatever an enemy, or a script with a fault, may put.</summary>
internal sealed class BodyMaker(JsonNode document)
{
    private const int Deepest = 6;
    private const int Few = 4;
    private const int Share = 9;

    private static readonly string Long = new('x', 5 * 1024 * 1024);

    private static readonly string[] Spoils =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "99999999999999999999999999", "\"\"", "\" \"", "\"x\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\r\\n\"", "\"7\"",
        "[]", "{}", "[null]", "[[]]", "[{}]", "[1,\"x\",null]", "{\"\":null}", "{\"a\":null}", "{\"\\ud800\":\"x\"}", "[\"\\ud800\"]", string.Concat(Enumerable.Repeat('[', 100)) + string.Concat(Enumerable.Repeat(']', 100)),
        $"[{string.Join(',', Enumerable.Repeat("null", 2000))}]",
    ];

    /// <param name="schema">What fits.</param>
    /// <param name="withLong">Whether one of them has megabytes.</param>
    public IEnumerable<string> Spoilt(JsonNode schema, bool withLong)
    {
        var good = Good(schema, 0);
        yield return good?.ToJsonString() ?? "null";

        var places = Places(good, []).ToList();

        // Of a body with many places each meets some of the spoils, and each spoil some of the places.
        var share = places.Count > Few ? Share : 1;

        foreach (var (place, at) in places.Select((place, at) => (place, at)))
        {
            foreach (var spoil in Spoils.Where((_, number) => (number + at) % share is 0))
            {
                yield return With(good!, place, spoil);
            }

            yield return Without(good!, place);
        }

        if (withLong && places.FirstOrDefault(place => At(good, place) is JsonValue value && value.TryGetValue<string>(out _)) is { } text)
        {
            yield return With(good!, text, $"\"{Long}\"");
        }
    }

    /// <summary>Something that fits; of several alternatives all in a row where it is a list, else the first that is an object.</summary>
    private JsonNode? Good(JsonNode? schema, int depth)
    {
        schema = Follow(schema);

        if (schema is null || depth > Deepest)
        {
            return null;
        }

        if (schema["enum"] is JsonArray words)
        {
            return words[0]?.DeepClone();
        }

        if (Alternatives(schema) is [_, ..] alternatives)
        {
            return Good(alternatives[0], depth + 1);
        }

        return TypeOf(schema) switch
        {
            "object" when schema["properties"] is JsonObject properties => new JsonObject(properties.Select(property => KeyValuePair.Create(property.Key, Good(property.Value, depth + 1)))),
            "object" => new JsonObject { ["key"] = Good(schema["additionalProperties"], depth + 1) ?? "value" },
            "array" => new JsonArray([.. Kinds(schema["items"]).Select(kind => Good(kind, depth + 1))]),
            "integer" or "number" => 1,
            "boolean" => true,
            _ => (string?)schema["format"] is "uuid" ? Guid.NewGuid().ToString() : (string?)schema["const"] ?? "text",
        };
    }

    private JsonNode? Follow(JsonNode? schema) => (string?)schema?["$ref"] is { } reference ? document["components"]!["schemas"]![reference[(reference.LastIndexOf('/') + 1)..]] : schema;

    private List<JsonNode> Alternatives(JsonNode? schema) =>
        [.. ((schema?["anyOf"] ?? schema?["oneOf"]) as JsonArray ?? []).OfType<JsonNode>().Where(part => (string?)Follow(part)?["type"] is not "null")];

    private List<JsonNode> Kinds(JsonNode? items) => items is null ? [] : Alternatives(Follow(items)) is [_, ..] kinds ? kinds : [items];

    private static string? TypeOf(JsonNode schema) => schema["type"] switch
    {
        JsonArray types => types.Select(type => (string)type!).First(type => type is not "null"),
        { } type => (string)type!,
        null => schema["properties"] is null ? null : "object",
    };

    private static IEnumerable<object[]> Places(JsonNode? node, object[] here)
    {
        var below = node switch
        {
            JsonObject members => members.SelectMany(member => Places(member.Value, [.. here, member.Key])),
            JsonArray items => items.SelectMany((item, at) => Places(item, [.. here, at])),
            _ => [],
        };

        return here is [] ? below : below.Prepend(here);
    }

    private static JsonNode? At(JsonNode? node, object[] place) => place.Aggregate(node, (at, step) => step is int index ? at![index] : at![(string)step]);

    /// <summary>As text, because a spoil need not be something that a tree can hold.</summary>
    private static string With(JsonNode good, object[] place, string spoil)
    {
        const string mark = "@@here@@";
        var copy = good.DeepClone();
        var owner = At(copy, place[..^1])!;

        if (place[^1] is int index)
        {
            owner[index] = mark;
        }
        else
        {
            owner[(string)place[^1]] = mark;
        }

        return copy.ToJsonString().Replace($"\"{mark}\"", spoil, StringComparison.Ordinal);
    }

    private static string Without(JsonNode good, object[] place)
    {
        var copy = good.DeepClone();

        if (At(copy, place[..^1]) is JsonObject owner)
        {
            owner.Remove((string)place[^1]);
        }

        return copy.ToJsonString();
    }
}
