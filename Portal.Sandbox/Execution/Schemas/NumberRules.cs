using System.Globalization;
using System.Text.Json;

namespace Portal.Sandbox.Execution.Schemas;

/// <summary>What draft 4 says of numbers: limits that may exclude themselves, and multiples.</summary>
internal static class NumberRules
{
    public static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Null => "null",
        // In draft 4 a number is an integer if it is written as one.
        _ => value.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') ? "number" : "integer",
    };

    public static IEnumerable<string> Faults(JsonElement value, JsonElement schema)
    {
        var number = value.GetDouble();
        if (Of(schema, "maximum") is { } most && (number > most || (Excludes(schema, "exclusiveMaximum") && number.Equals(most))))
        {
            yield return Excludes(schema, "exclusiveMaximum")
                ? $"numeric instance is not strictly lower than the required maximum {Text(most)}"
                : $"numeric instance is greater than the required maximum (maximum: {Text(most)}, found: {value.GetRawText()})";
        }

        if (Of(schema, "minimum") is { } least && (number < least || (Excludes(schema, "exclusiveMinimum") && number.Equals(least))))
        {
            yield return Excludes(schema, "exclusiveMinimum")
                ? $"numeric instance is not strictly greater than the required minimum {Text(least)}"
                : $"numeric instance is lower than the required minimum (minimum: {Text(least)}, found: {value.GetRawText()})";
        }

        if (Of(schema, "multipleOf") is > 0 and { } unit && !IsMultiple(value, number, unit))
        {
            yield return $"numeric instance is not a multiple of {Text(unit)}";
        }
    }

    private static bool IsMultiple(JsonElement value, double number, double unit)
    {
        if (value.TryGetDecimal(out var exact) && Math.Abs(unit) is > 1e-20 and < 1e20)
        {
            return exact % (decimal)unit is 0;
        }

        return Math.IEEERemainder(number, unit) is 0;
    }

    private static double? Of(JsonElement schema, string name) => schema.TryGetProperty(name, out var limit) && limit.ValueKind is JsonValueKind.Number ? limit.GetDouble() : null;

    private static bool Excludes(JsonElement schema, string name) => schema.TryGetProperty(name, out var flag) && flag.ValueKind is JsonValueKind.True;

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
