using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Sandbox.Execution;

/// <summary>
/// The part of JSONPath that mappings use: <c>$</c>, <c>.name</c>, <c>['name']</c>, <c>[0]</c>, <c>[-1]</c>, <c>.*</c>, <c>[*]</c>, <c>..name</c>. A path that may
/// lead to several places gives a list. No filters, slices or functions.
/// </summary>
internal static partial class JsonPath
{
    /// <summary>The value as text (a JSON string without its quotes), or null if it is not there or the document is no JSON.</summary>
    public static string? Find(string json, string path) => Element(json, path) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { } other => other.GetRawText(),
    };

    /// <summary>The value as JSON.</summary>
    public static string? FindRaw(string json, string path) => Element(json, path)?.GetRawText();

    public static JsonElement? Element(string json, string path)
    {
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(json);
            root = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }

        var steps = Step().Matches(path);
        var several = steps.Any(step => step.Groups["deep"].Success || step.Groups["all"].Success);
        JsonElement[] found = [root];
        foreach (Match step in steps)
        {
            found = [.. found.SelectMany(element => Next(element, step))];
        }

        return several ? JsonSerializer.SerializeToElement(new JsonArray([.. found.Select(element => JsonSerializer.SerializeToNode(element))])) : found is [var only] ? only : null;
    }

    private static IEnumerable<JsonElement> Next(JsonElement element, Match step)
    {
        if (step.Groups["deep"].Success)
        {
            var name = step.Groups["deep"].Value;
            return Below(element).SelectMany(one => name is "*" ? Children(one) : Member(one, name));
        }

        if (step.Groups["all"].Success)
        {
            return Children(element);
        }

        return step.Groups["index"] is { Success: true, Value: var index }
            ? Item(element, int.Parse(index, CultureInfo.InvariantCulture))
            : Member(element, step.Groups["name"].Value);
    }

    private static IEnumerable<JsonElement> Item(JsonElement element, int index)
    {
        if (element.ValueKind is not JsonValueKind.Array)
        {
            return [];
        }

        var at = index < 0 ? element.GetArrayLength() + index : index;
        return at >= 0 && at < element.GetArrayLength() ? [element[at]] : [];
    }

    private static IEnumerable<JsonElement> Member(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) ? [value] : [];

    private static IEnumerable<JsonElement> Children(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(member => member.Value),
        JsonValueKind.Array => element.EnumerateArray(),
        _ => [],
    };

    private static IEnumerable<JsonElement> Below(JsonElement element) => Children(element).SelectMany(Below).Prepend(element);

    [GeneratedRegex(@"\.\.(?<deep>\*|[^.\[\]]+)|(?<all>\.\*|\[\*\])|\.(?<name>[^.\[\]]+)|\[['""](?<name>[^'""]+)['""]\]|\[(?<index>-?\d{1,9})\]")]
    private static partial Regex Step();
}
