using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Sandbox.Execution.Templates;

/// <summary>The values that a template computes with: null, bool, long, double, string, lists and maps in their order, and hosts.</summary>
internal static class Values
{
    public static object? Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new OrderedDictionary<string, object?>(element.EnumerateObject().DistinctBy(member => member.Name).Select(member => KeyValuePair.Create(member.Name, Of(member.Value)))),
        JsonValueKind.Array => element.EnumerateArray().Select(Of).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? (object)whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>As it stands in the output: maps in Java's way, lists as JSON.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        double real => real.ToString(CultureInfo.InvariantCulture),
        ContextHost context => context.Text ?? "",
        OrderedDictionary<string, object?> map => $"{{{string.Join(", ", map.Select(pair => $"{pair.Key}={(pair.Value is null ? "null" : Text(pair.Value))}"))}}}",
        List<object?> list => Json(list)!.ToJsonString(JsonSerializerOptions.Web),
        KeyValuePair<string, object?> entry => $"{entry.Key}={Text(entry.Value)}",
        _ => "",
    };

    /// <summary>The longest text that a template may make.</summary>
    public const int LongestText = 10 * 1024 * 1024;

    public static string Bounded(string text) => text.Length <= LongestText ? text : throw TooLong();

    public static TemplateException TooLong() => new("The template's text is too long.");

    /// <summary>What there is, is true, unless it is false.</summary>
    public static bool IsTrue(object? value) => Resolved(value) is not (null or false);

    /// <summary>A value of <c>$context</c> instead of the way to it.</summary>
    public static object? Resolved(object? value) => value is ContextHost context ? context.Text : value;

    public static bool AreEqual(object? left, object? right) => (Resolved(left), Resolved(right)) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (long a, long b) => a == b,
        (long or double, long or double) => Real(left)!.Value.Equals(Real(right)!.Value),
        var (a, b) => Text(a) == Text(b),
    };

    public static double? Real(object? value) => value switch
    {
        long whole => whole,
        double real => real,
        _ => null,
    };

    /// <summary>Null where Velocity computes nothing: other things than numbers, and divisions by zero.</summary>
    public static object? Compute(string sign, object? left, object? right)
    {
        (left, right) = (Resolved(left), Resolved(right));
        if (sign is "+" && (left is string || right is string))
        {
            return Bounded(Text(left) + Text(right));
        }

        return (left, right) switch
        {
            (long a, long b) => Compute(sign, a, b),
            (long or double, long or double) => Compute(sign, Real(left)!.Value, Real(right)!.Value),
            _ => (object?)null,
        };
    }

    /// <summary>Null if the two cannot be put in an order.</summary>
    public static int? Compare(object? left, object? right) => (Resolved(left), Resolved(right)) switch
    {
        (long a, long b) => a.CompareTo(b),
        (long or double, long or double) => Real(left)!.Value.CompareTo(Real(right)!.Value),
        _ => null,
    };

    private static long? Compute(string sign, long left, long right) => (sign, right) switch
    {
        ("+", _) => unchecked(left + right),
        ("-", _) => unchecked(left - right),
        ("*", _) => unchecked(left * right),
        (_, 0) => null,
        ("/", -1) => unchecked(-left),
        ("/", _) => left / right,
        (_, -1) => 0,
        _ => left % right,
    };

    private static double? Compute(string sign, double left, double right) => (sign, right) switch
    {
        ("+", _) => left + right,
        ("-", _) => left - right,
        ("*", _) => left * right,
        (_, 0) => null,
        ("/", _) => left / right,
        _ => left % right,
    };

    private static JsonNode? Json(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        long whole => JsonValue.Create(whole),
        double real => JsonValue.Create(real),
        List<object?> list => new JsonArray([.. list.Select(Json)]),
        OrderedDictionary<string, object?> map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Json(pair.Value)))),
        _ => JsonValue.Create(Text(value)),
    };
}
