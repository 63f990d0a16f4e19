using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Execution.Schemas;

/// <summary>
/// Holds a value against a JSON Schema of draft 4, and says what is wrong in the form in which the service's validator says it, as far as that is known. Formats are not looked into.
/// References go to places in the same schema or, by URL, to other models; nothing is fetched.
/// </summary>
internal sealed class SchemaCheck(Func<string, JsonElement?> model)
{
    private const int Deepest = 100;
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(500);

    private readonly List<string> _faults = [];
    private int _depth;

    public static IReadOnlyList<string> Faults(JsonElement value, JsonElement schema, Func<string, JsonElement?> model)
    {
        SchemaCheck check = new(model);
        check.Check(value, schema, root: schema);
        return check._faults;
    }

    private bool IsValid(JsonElement value, JsonElement schema, JsonElement within)
    {
        SchemaCheck check = new(model) { _depth = _depth };
        check.Check(value, schema, within);
        return check._faults is [];
    }

    private void Check(JsonElement value, JsonElement schema, JsonElement root)
    {
        if (schema.ValueKind is not JsonValueKind.Object)
        {
            return;
        }

        if (++_depth > Deepest)
        {
            throw new JsonException("The schema refers to itself without end.");
        }

        if (schema.TryGetProperty("$ref", out var reference) && reference.ValueKind is JsonValueKind.String)
        {
            var (target, home) = Follow(reference.GetString()!, root);
            Check(value, target, home);
        }
        else
        {
            CheckType(value, schema);
            CheckEnum(value, schema);
            switch (value.ValueKind)
            {
                case JsonValueKind.Number:
                    _faults.AddRange(NumberRules.Faults(value, schema));
                    break;
                case JsonValueKind.String:
                    CheckText(value.GetString()!, schema);
                    break;
                case JsonValueKind.Array:
                    CheckArray(value, schema, root);
                    break;
                case JsonValueKind.Object:
                    CheckObject(value, schema, root);
                    break;
            }

            CheckCombinations(value, schema, root);
        }

        _depth--;
    }

    /// <summary>The schema that a reference means, and the document that its own references are relative to.</summary>
    private (JsonElement Target, JsonElement Home) Follow(string reference, JsonElement root)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var (document, pointer) = hash < 0 ? (reference, "") : (reference[..hash], reference[(hash + 1)..]);
        var home = document is "" ? root : model(document) ?? throw new JsonException($"There is no model for {reference}.");
        var target = home;
        foreach (var step in pointer.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = PatchOperation.Unescaped(Uri.UnescapeDataString(step));
            target = target.ValueKind is JsonValueKind.Object && target.TryGetProperty(name, out var member) ? member
                : target.ValueKind is JsonValueKind.Array && int.TryParse(name, out var index) && index >= 0 && index < target.GetArrayLength() ? target[index]
                : throw new JsonException($"There is no {reference}.");
        }

        return (target, home);
    }

    private void CheckType(JsonElement value, JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type))
        {
            return;
        }

        string[] allowed = type.ValueKind is JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.ToString())] : [type.ToString()];
        var actual = NumberRules.TypeOf(value);
        if (!allowed.Contains(actual) && !(actual is "integer" && allowed.Contains("number")))
        {
            _faults.Add($"instance type ({actual}) does not match any allowed primitive type (allowed: [{string.Join(',', allowed.Order(StringComparer.Ordinal).Select(name => $"\"{name}\""))}])");
        }
    }

    private void CheckEnum(JsonElement value, JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out var values) && values.ValueKind is JsonValueKind.Array && !values.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
        {
            _faults.Add($"instance value ({value.GetRawText()}) not found in enum (possible values: {Compact(values)})");
        }
    }

    private void CheckText(string text, JsonElement schema)
    {
        var length = text.EnumerateRunes().Count();
        if (Limit(schema, "maxLength") is { } most && length > most)
        {
            _faults.Add($"string \"{text}\" is too long (length: {length}, maximum allowed: {most})");
        }

        if (Limit(schema, "minLength") is { } least && length < least)
        {
            _faults.Add($"string \"{text}\" is too short (length: {length}, required minimum: {least})");
        }

        if (schema.TryGetProperty("pattern", out var pattern) && !Matches(pattern.GetString() ?? "", text))
        {
            _faults.Add($"ECMA 262 regex \"{pattern.GetString()}\" does not match input string \"{text}\"");
        }
    }

    private void CheckArray(JsonElement value, JsonElement schema, JsonElement root)
    {
        JsonElement[] items = [.. value.EnumerateArray()];
        if (Limit(schema, "maxItems") is { } most && items.Length > most)
        {
            _faults.Add($"array is too long: must have at most {most} elements but instance has {items.Length} elements");
        }

        if (Limit(schema, "minItems") is { } least && items.Length < least)
        {
            _faults.Add($"array is too short: must have at least {least} elements but instance has {items.Length} elements");
        }

        if (schema.TryGetProperty("uniqueItems", out var unique) && unique.ValueKind is JsonValueKind.True && items.Where((item, at) => items.Take(at).Any(other => JsonElement.DeepEquals(item, other))).Any())
        {
            _faults.Add("array must not contain duplicate elements");
        }

        if (!schema.TryGetProperty("items", out var of))
        {
            return;
        }

        if (of.ValueKind is JsonValueKind.Object)
        {
            foreach (var item in items)
            {
                Check(item, of, root);
            }

            return;
        }

        JsonElement[] places = of.ValueKind is JsonValueKind.Array ? [.. of.EnumerateArray()] : [];
        foreach (var (item, place) in items.Zip(places))
        {
            Check(item, place, root);
        }

        if (schema.TryGetProperty("additionalItems", out var more) && items.Length > places.Length)
        {
            if (more.ValueKind is JsonValueKind.False)
            {
                _faults.Add($"array must not contain more than {places.Length} elements");
            }

            foreach (var item in items.Skip(places.Length))
            {
                Check(item, more, root);
            }
        }
    }

    private void CheckObject(JsonElement value, JsonElement schema, JsonElement root)
    {
        _faults.AddRange(ObjectRules.Faults(value, schema));
        var properties = schema.TryGetProperty("properties", out var named) && named.ValueKind is JsonValueKind.Object ? named : default;
        JsonProperty[] patterns = schema.TryGetProperty("patternProperties", out var matching) && matching.ValueKind is JsonValueKind.Object ? [.. matching.EnumerateObject()] : [];
        var others = schema.TryGetProperty("additionalProperties", out var additional) ? additional : default;
        List<string> unwanted = [];
        foreach (var member in value.EnumerateObject())
        {
            var known = properties.ValueKind is JsonValueKind.Object && properties.TryGetProperty(member.Name, out _);
            if (known)
            {
                Check(member.Value, properties.GetProperty(member.Name), root);
            }

            foreach (var pattern in patterns.Where(pattern => Matches(pattern.Name, member.Name)))
            {
                known = true;
                Check(member.Value, pattern.Value, root);
            }

            if (!known && others.ValueKind is JsonValueKind.False)
            {
                unwanted.Add(member.Name);
            }
            else if (!known)
            {
                Check(member.Value, others, root);
            }
        }

        if (unwanted is not [])
        {
            _faults.Add($"object instance has properties which are not allowed by the schema: {ObjectRules.List(unwanted)}");
        }

        foreach (var dependency in ObjectRules.SchemaDependencies(value, schema))
        {
            Check(value, dependency, root);
        }
    }

    private void CheckCombinations(JsonElement value, JsonElement schema, JsonElement root)
    {
        if (schema.TryGetProperty("allOf", out var all))
        {
            foreach (var one in all.EnumerateArray())
            {
                Check(value, one, root);
            }
        }

        if (schema.TryGetProperty("anyOf", out var any) && !any.EnumerateArray().Any(one => IsValid(value, one, root)))
        {
            _faults.Add("instance failed to match at least one required schema among " + any.GetArrayLength());
        }

        if (schema.TryGetProperty("oneOf", out var only) && only.EnumerateArray().Count(one => IsValid(value, one, root)) is not 1 and var matched)
        {
            _faults.Add($"instance failed to match exactly one schema (matched {matched} out of {only.GetArrayLength()})");
        }

        if (schema.TryGetProperty("not", out var not) && IsValid(value, not, root))
        {
            _faults.Add("instance matched a schema which it should not have");
        }
    }

    private static long? Limit(JsonElement schema, string name) => schema.TryGetProperty(name, out var limit) && limit.TryGetInt64(out var number) ? number : null;

    private static bool Matches(string pattern, string text) => Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, LongestMatch);

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
