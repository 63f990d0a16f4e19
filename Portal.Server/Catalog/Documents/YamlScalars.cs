using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlScalar = YamlDotNet.Core.Events.Scalar;

namespace Portal.Server.Catalog.Documents;

/// <summary>What a YAML scalar is in JSON, by YAML's core schema: https://yaml.org/spec/1.2.2/#103-core-schema</summary>
internal static partial class YamlScalars
{
    public static SourceNode Read(string text, YamlScalar scalar, int start, int mark)
    {
        var (kind, value) = KindOf(scalar, start);

        return new SourceNode
        {
            Kind = kind,
            Style = scalar.Style switch
            {
                ScalarStyle.SingleQuoted => NodeStyle.SingleQuoted,
                ScalarStyle.DoubleQuoted => NodeStyle.DoubleQuoted,
                ScalarStyle.Literal or ScalarStyle.Folded => NodeStyle.Literal,
                _ => NodeStyle.Plain,
            },
            Start = start,
            End = EndOf(text, scalar, start, Math.Min(text.Length, mark + (int)scalar.End.Index)),
            Scalar = value,
            Weight = 16 + value.Length,
            Height = 1,
        };
    }

    /// <summary>A plain word that is no string in YAML's core schema: true, 12, 1e3, null, ~ and the empty word.</summary>
    public static bool IsTyped(string word) => Typed(word) is not (JsonValueKind.String, _);

    public static UnreadableException StrangeTag(TagName tag, int place) => new($"The tag {DocumentReader.Shown(tag.Value)} has no counterpart in JSON.", place);

    private static (JsonValueKind Kind, string Value) KindOf(YamlScalar scalar, int place)
    {
        if (scalar.Tag.IsEmpty)
        {
            return scalar.Style is ScalarStyle.Plain ? Possible(Typed(scalar.Value), place) : (JsonValueKind.String, scalar.Value);
        }

        if (scalar.Tag.IsNonSpecific || scalar.Tag.Value is "tag:yaml.org,2002:str")
        {
            return (JsonValueKind.String, scalar.Value);
        }

        var typed = Possible(Typed(scalar.Value), place);
        var isMeant = scalar.Tag.Value switch
        {
            "tag:yaml.org,2002:null" => typed.Kind is JsonValueKind.Null,
            "tag:yaml.org,2002:bool" => typed.Kind is JsonValueKind.True or JsonValueKind.False,
            "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float" => typed.Kind is JsonValueKind.Number,
            _ => throw StrangeTag(scalar.Tag, place),
        };

        return isMeant ? typed : throw new UnreadableException($"'{DocumentReader.Shown(scalar.Value)}' is not what its tag says.", place);
    }

    private static (JsonValueKind Kind, string Value) Possible((JsonValueKind Kind, string Value) typed, int place) => typed.Kind is JsonValueKind.Undefined
        ? throw new UnreadableException($"JSON has no number {DocumentReader.Shown(typed.Value)}.", place)
        : typed;

    /// <summary>Undefined is a number that JSON does not have.</summary>
    private static (JsonValueKind Kind, string Value) Typed(string word) => word switch
    {
        "" or "~" or "null" or "Null" or "NULL" => (JsonValueKind.Null, ""),
        "true" or "True" or "TRUE" => (JsonValueKind.True, ""),
        "false" or "False" or "FALSE" => (JsonValueKind.False, ""),
        _ when Infinite().IsMatch(word) => (JsonValueKind.Undefined, word),
        ['0', 'x', .. var digits] when digits.All(char.IsAsciiHexDigit) => Whole(digits, word, 16),
        ['0', 'o', .. var digits] when digits.All(digit => digit is >= '0' and <= '7') => Whole(digits, word, 8),
        _ when Decimal().Match(word) is { Success: true } number => (JsonValueKind.Number, InJson(number)),
        _ => (JsonValueKind.String, word),
    };

    private static (JsonValueKind Kind, string Value) Whole(string digits, string word, int radix) => (digits, radix) switch
    {
        ("", _) => (JsonValueKind.String, word),
        ({ Length: <= 15 }, _) => (JsonValueKind.Number, Convert.ToInt64(digits, radix).ToString(CultureInfo.InvariantCulture)),
        _ => (JsonValueKind.Undefined, word),
    };

    /// <summary>JSON wants no plus, no zero in front, and digits on both sides of the point.</summary>
    private static string InJson(Match number)
    {
        var sign = number.Groups["sign"].Value is "-" ? "-" : "";
        var whole = number.Groups["whole"].Value.TrimStart('0');
        var fraction = number.Groups["fraction"].Value;

        return $"{sign}{(whole is "" ? "0" : whole)}{(fraction is "" ? "" : "." + fraction)}{number.Groups["exponent"].Value}";
    }

    /// <summary>The mark of the end may stand behind the blank lines, or before the next line's first letter.</summary>
    private static int EndOf(string text, YamlScalar scalar, int start, int end)
    {
        if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded && KeepsBlankLines(text.AsSpan(start, end - start)))
        {
            var lineBreak = text.AsSpan(start, end - start).LastIndexOfAny('\n', '\r');

            return lineBreak < 0 ? end : start + lineBreak - (lineBreak > 0 && text[start + lineBreak] is '\n' && text[start + lineBreak - 1] is '\r' ? 1 : 0);
        }

        return start + text.AsSpan(start, end - start).TrimEnd(" \t\r\n").Length;
    }

    /// <summary>The header of the text is |+ or >+, perhaps with a digit: the blank lines after it belong to it.</summary>
    private static bool KeepsBlankLines(ReadOnlySpan<char> written)
    {
        var header = written[..Math.Max(0, written.IndexOfAny('\n', '\r'))];
        var sign = header.IndexOfAny('|', '>');

        return sign >= 0 && header[sign..Math.Min(header.Length, sign + 3)].Contains('+');
    }

    [GeneratedRegex(@"\A[-+]?\.(inf|Inf|INF)\z|\A\.(nan|NaN|NAN)\z")]
    private static partial Regex Infinite();

    [GeneratedRegex(@"\A(?<sign>[-+]?)(?=\.?[0-9])(?<whole>[0-9]*)(\.(?<fraction>[0-9]*))?(?<exponent>[eE][-+]?[0-9]+)?\z")]
    private static partial Regex Decimal();
}
