using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Portal.Sandbox.Execution;

/// <summary>The part of JSONPath that mappings mostly use: <c>$</c>, <c>.name</c>, <c>['name']</c>, <c>[0]</c>. No filters, no wildcards.</summary>
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

    private static JsonElement? Element(string json, string path)
    {
        JsonElement element;
        try
        {
            using var document = JsonDocument.Parse(json);
            element = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }

        foreach (Match step in Step().Matches(path))
        {
            if (step.Groups["index"] is { Success: true, Value: var index })
            {
                if (element.ValueKind is not JsonValueKind.Array || int.Parse(index, CultureInfo.InvariantCulture) is var i && i >= element.GetArrayLength())
                {
                    return null;
                }

                element = element[i];
            }
            else if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(step.Groups["name"].Value, out element))
            {
                return null;
            }
        }

        return element;
    }

    [GeneratedRegex(@"\.(?<name>[^.\[\]]+)|\[['""](?<name>[^'""]+)['""]\]|\[(?<index>\d{1,9})\]")]
    private static partial Regex Step();
}
