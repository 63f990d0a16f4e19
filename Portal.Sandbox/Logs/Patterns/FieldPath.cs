using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Portal.Sandbox.Logs.Patterns;

/// <summary>The place of a field in JSON: <c>$.a.b[0]</c>, <c>$.list[*]</c>, <c>$.['a name']</c>.</summary>
internal sealed partial class FieldPath
{
    private readonly string[] _steps;

    private FieldPath(string[] steps) => _steps = steps;

    public static FieldPath Parse(string text) => new([.. Step().Matches(text).Select(step => step.Groups["name"] is { Success: true } name ? $".{name.Value}" : step.Groups["index"].Value)]);

    /// <summary>What stands there; several values where the path says <c>[*]</c>, none where nothing does.</summary>
    public IEnumerable<JsonElement> Find(JsonElement root) => _steps.Aggregate((IEnumerable<JsonElement>)[root], (found, step) => found.SelectMany(value => Below(value, step)));

    private static IEnumerable<JsonElement> Below(JsonElement value, string step) => (step, value.ValueKind) switch
    {
        (['.', .. var name], JsonValueKind.Object) when value.TryGetProperty(name, out var member) => [member],
        ("*", JsonValueKind.Array) => value.EnumerateArray(),
        ([not '.' and not '*', ..], JsonValueKind.Array) when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < value.GetArrayLength() => [value[index]],
        _ => [],
    };

    [GeneratedRegex(@"\.(?<name>[\w@:-]+)|\['(?<name>[^']+)'\]|\[(?<index>\d+|\*)\]")]
    private static partial Regex Step();
}
