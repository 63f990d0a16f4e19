using System.Text.Json;

namespace Portal.Sandbox.Execution.Schemas;

/// <summary>What draft 4 says of objects as a whole: which members there must be, and how many.</summary>
internal static class ObjectRules
{
    public static IEnumerable<string> Faults(JsonElement value, JsonElement schema)
    {
        if (schema.TryGetProperty("required", out var required) && required.ValueKind is JsonValueKind.Array)
        {
            string[] missing = [.. Names(required).Where(name => !value.TryGetProperty(name, out _))];
            if (missing is not [])
            {
                yield return $"object has missing required properties ({List(missing)})";
            }
        }

        var count = value.EnumerateObject().Count();
        if (schema.TryGetProperty("maxProperties", out var most) && most.TryGetInt64(out var atMost) && count > atMost)
        {
            yield return $"object has too many properties (found {count} but schema requires at most {atMost})";
        }

        if (schema.TryGetProperty("minProperties", out var least) && least.TryGetInt64(out var atLeast) && count < atLeast)
        {
            yield return $"object has too few properties (found {count} but schema requires at least {atLeast})";
        }

        foreach (var dependency in Dependencies(value, schema).Where(dependency => dependency.Value.ValueKind is JsonValueKind.Array))
        {
            string[] missing = [.. Names(dependency.Value).Where(name => !value.TryGetProperty(name, out _))];
            if (missing is not [])
            {
                yield return $"property \"{dependency.Name}\" of object has missing property dependencies (schema requires {List(Names(dependency.Value))}; missing: {List(missing)})";
            }
        }
    }

    /// <summary>Schemas that the whole object must keep to because of a member that it has.</summary>
    public static IEnumerable<JsonElement> SchemaDependencies(JsonElement value, JsonElement schema) =>
        Dependencies(value, schema).Select(dependency => dependency.Value).Where(one => one.ValueKind is JsonValueKind.Object);

    /// <summary>Sorted, as the validator is known to have them.</summary>
    public static string List(IEnumerable<string> names) => $"[{string.Join(',', names.Order(StringComparer.Ordinal).Select(name => $"\"{name}\""))}]";

    private static IEnumerable<JsonProperty> Dependencies(JsonElement value, JsonElement schema) =>
        schema.TryGetProperty("dependencies", out var all) && all.ValueKind is JsonValueKind.Object ? all.EnumerateObject().Where(one => value.TryGetProperty(one.Name, out _)) : [];

    private static IEnumerable<string> Names(JsonElement names) => names.EnumerateArray().Select(name => name.ToString());
}
