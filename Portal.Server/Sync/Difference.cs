using System.Text.Json;
using Portal.Server.Gateway;
using Portal.Shared;

namespace Portal.Server.Sync;

/// <summary>Says member by member what differs between two texts of one thing: editing one route names that route and nothing else.</summary>
internal static class Difference
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    public static IReadOnlyList<DifferenceLine> Between(Spec? before, Spec? after) => Between(before?.Text, after?.Text);

    /// <summary>The lines of a change; a thing that is not there on one side is told by its members that say something.</summary>
    public static IReadOnlyList<DifferenceLine> Between(string? before, string? after)
    {
        var lines = new List<DifferenceLine>();
        var (was, becomes) = (Root(before), Root(after));

        foreach (var name in NamesOf(was, becomes).Where(name => name is not ("kind" or "id")))
        {
            var (one, other) = (Member(was, name), Member(becomes, name));
            Walk($"/{name}", OrEmpty(one, other), OrEmpty(other, one), lines);
        }

        return lines;
    }

    /// <summary>
    /// Whether what is found stands between the two: every member is as before or as after. So it looks when a change of several calls was cut in the middle;
    /// anything else was done by somebody else.
    /// </summary>
    public static bool IsBetween(string before, string found, string after)
    {
        var whole = Between(before, after).Select(line => (line.Pointer, line.Before)).ToHashSet();

        return Between(found, after).All(line => whole.Contains((line.Pointer, line.Before)));
    }

    private static void Walk(string pointer, JsonElement? before, JsonElement? after, List<DifferenceLine> lines)
    {
        if (before is { } was && after is { } becomes)
        {
            if (JsonElement.DeepEquals(was, becomes))
            {
                return;
            }

            if (Object(was) is { } one && Object(becomes) is { } other && !JsonElement.DeepEquals(one, other))
            {
                foreach (var name in NamesOf(one, other))
                {
                    Walk($"{pointer}/{PointerName.Escaped(name)}", Member(one, name), Member(other, name), lines);
                }

                return;
            }
        }

        if (before is not null || after is not null)
        {
            lines.Add(new DifferenceLine(pointer, before?.GetRawText(), after?.GetRawText()));
        }
    }

    private static JsonElement Root(string? text) => text is null ? Nothing : JsonElement.Parse(text);

    private static IEnumerable<string> NamesOf(JsonElement one, JsonElement other) => one.EnumerateObject()
        .Concat(other.EnumerateObject())
        .Select(member => member.Name)
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static JsonElement? Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind is not JsonValueKind.Null ? member : null;

    // A whole API that is new is told entry by entry, and its empty lists say nothing.
    private static JsonElement? OrEmpty(JsonElement? element, JsonElement? other) => (element, other) switch
    {
        (null, { ValueKind: JsonValueKind.Object }) => Nothing,
        (null, { ValueKind: JsonValueKind.Array } list) when list.GetArrayLength() is 0 => list,
        _ => element,
    };

    /// <summary>The element as an object; also where it is a text that holds one, such as a policy or the schema of a model.</summary>
    private static JsonElement? Object(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element,
        JsonValueKind.String when element.GetString() is ['{', ..] text => ParsedOrNull(text),
        _ => null,
    };

    private static JsonElement? ParsedOrNull(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null; // A mapping template may begin like JSON and be none.
        }
    }
}
