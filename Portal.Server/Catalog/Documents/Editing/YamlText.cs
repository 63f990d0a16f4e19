using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Writes new YAML by indentation.</summary>
internal static partial class YamlText
{
    public static bool IsOneLine(JsonNode? node) => node is not (JsonObject { Count: > 0 } or JsonArray { Count: > 0 });

    /// <summary>A value that takes no lines of its own.</summary>
    public static string Word(JsonNode? node) => node switch
    {
        JsonObject => "{}",
        JsonArray => "[]",
        null => "null",
        _ => node.AsText is { } text ? Word(text) : node.ToJsonString(),
    };

    public static string Word(string text) => text switch
    {
        _ when Plain().IsMatch(text) && !YamlScalars.IsTyped(text) && !OldBoolean().IsMatch(text) => text,
        _ => SingleQuoted(text) ?? JsonText.Quoted(text),
    };

    /// <summary>Null if the text holds what must be escaped.</summary>
    public static string? SingleQuoted(string text) => Unprintable().IsMatch(text) ? null : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A string in the kind of quotes that stood there before.</summary>
    public static string Like(NodeStyle style, string text) => style switch
    {
        NodeStyle.SingleQuoted => SingleQuoted(text) ?? JsonText.Quoted(text),
        NodeStyle.DoubleQuoted => JsonText.Quoted(text),
        _ => Word(text),
    };

    /// <summary>key: value, the value's lines indented further; without indentation or line break in front of the first line.</summary>
    public static string Member(string name, JsonNode? value, Layout layout, string indent) => $"{Word(name)}:{Value(value, layout, indent)}";

    /// <summary>What follows a key's colon.</summary>
    public static string Value(JsonNode? value, Layout layout, string indent)
    {
        if (IsOneLine(value))
        {
            return " " + Word(value);
        }

        var inner = value is JsonArray && layout.HasFlushLists ? indent : indent + layout.Unit;

        return layout.NewLine + inner + Block(value, layout, inner);
    }

    /// <summary>- value, as <see cref="Member"/>.</summary>
    public static string Item(JsonNode? value, Layout layout, string indent) => "- " + (IsOneLine(value) ? Word(value) : Block(value, layout, indent + "  "));

    /// <summary>The lines of an object or list that has something in it.</summary>
    public static string Block(JsonNode? node, Layout layout, string indent) => string.Join(layout.NewLine + indent, node switch
    {
        JsonObject json => json.Select(member => Member(member.Key, member.Value, layout, indent)),
        JsonArray json => json.Select(item => Item(item, layout, indent)),
        _ => [Word(node)],
    });

    // Narrower than YAML's grammar: what is beyond doubt to every reader.
    [GeneratedRegex(@"\A[A-Za-z_/](?:[A-Za-z0-9_/.{}+$()=&?,-]|:(?=[^\s])| (?=[A-Za-z0-9_/.{}+$()=&?,-]))*\z|\A[0-9]+(?:\.[0-9]+){2,}\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\A(y|n|yes|no|on|off)\z", RegexOptions.IgnoreCase)]
    private static partial Regex OldBoolean();

    [GeneratedRegex(@"[\x00-\x1F\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF]")]
    private static partial Regex Unprintable();
}
