using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Portal.Sandbox.Logs.Patterns;

/// <summary>
/// Conditions on fields, joined by <c>&amp;&amp;</c>, <c>||</c> and brackets: <c>$.a.b[0] = "x*"</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>, <c>IS NULL</c>, <c>IS TRUE</c>,
/// <c>IS FALSE</c>, <c>EXISTS</c>, <c>NOT EXISTS</c>. A line that is no JSON object never matches.
/// </summary>
internal sealed partial class JsonPattern
{
    private const int Deepest = 32;

    private readonly List<Match> _tokens;
    private int _at;
    private int _depth;

    private JsonPattern(string text)
    {
        _tokens = [.. Token().Matches(text).Cast<Match>()];
        if (string.Concat(_tokens.Select(token => token.Value)).Length != text.Length)
        {
            throw FilterPattern.Invalid;
        }
    }

    public static Func<string, bool> Parse(string text)
    {
        JsonPattern pattern = new(text.Trim());
        var condition = pattern.Either();
        return pattern._at == pattern._tokens.Count ? line => Holds(condition, line) : throw FilterPattern.Invalid;
    }

    private static bool Holds(Func<JsonElement, bool> condition, string line)
    {
        if (!line.AsSpan().TrimStart().StartsWith("{"))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(line);
            return condition(document.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private Func<JsonElement, bool> Either()
    {
        var left = Both();
        while (Takes("||"))
        {
            var (first, second) = (left, Both());
            left = root => first(root) || second(root);
        }

        return left;
    }

    private Func<JsonElement, bool> Both()
    {
        var left = One();
        while (Takes("&&"))
        {
            var (first, second) = (left, One());
            left = root => first(root) && second(root);
        }

        return left;
    }

    private Func<JsonElement, bool> One()
    {
        if (!Takes("("))
        {
            return Condition();
        }

        if (++_depth > Deepest)
        {
            throw FilterPattern.Invalid;
        }

        var inner = Either();
        _depth--;
        return Takes(")") ? inner : throw FilterPattern.Invalid;
    }

    private Func<JsonElement, bool> Condition()
    {
        var path = FieldPath.Parse(Next().Groups["field"] is { Success: true } field ? field.Value : throw FilterPattern.Invalid);
        var word = Next().Value.Trim();
        return word.ToUpperInvariant() switch
        {
            "=" or "!=" => Same(path, Next(), word is "="),
            "<" or "<=" or ">" or ">=" => Compared(path, word, Next()),
            "EXISTS" => root => path.Find(root).Any(),
            "NOT" when Takes("EXISTS") => root => !path.Find(root).Any(),
            "IS" => Is(path, Next().Value.Trim().ToUpperInvariant()),
            _ => throw FilterPattern.Invalid,
        };
    }

    private static Func<JsonElement, bool> Is(FieldPath path, string word)
    {
        var kind = word switch
        {
            "NULL" => JsonValueKind.Null,
            "TRUE" => JsonValueKind.True,
            "FALSE" => JsonValueKind.False,
            _ => throw FilterPattern.Invalid,
        };
        return root => path.Find(root).Any(value => value.ValueKind == kind);
    }

    private static Func<JsonElement, bool> Same(FieldPath path, Match value, bool wanted)
    {
        var test = Literal(value);
        return wanted
            ? root => path.Find(root).Any(test)
            : root => path.Find(root).Any(found => found.ValueKind is not JsonValueKind.Null && !test(found));
    }

    private static Func<JsonElement, bool> Literal(Match value)
    {
        if (value.Groups["expression"] is { Success: true } expression)
        {
            var matches = FilterPattern.Expression(expression.Value);
            return found => Text(found) is { } text && matches(text);
        }

        var literal = value.Groups["quoted"] is { Success: true } quoted
            ? quoted.Value.Replace("\\\"", "\"", StringComparison.Ordinal)
            : value.Groups["plain"] is { Success: true } plain ? plain.Value : throw FilterPattern.Invalid;
        if (literal.Contains('*', StringComparison.Ordinal))
        {
            var matches = FilterPattern.Expression($@"\A(?s:{Regex.Escape(literal).Replace(@"\*", ".*", StringComparison.Ordinal)})\z");
            return found => Text(found) is { } text && matches(text);
        }

        // Formats of access logs often quote numbers: 429 is found in 429 and in "429".
        var number = Number(literal);
        return found => Text(found) is { } text && (text == literal || (number is not null && Number(text) == number));
    }

    private static Func<JsonElement, bool> Compared(FieldPath path, string sign, Match value)
    {
        var limit = Number(value.Value.Trim()) ?? throw FilterPattern.Invalid;
        return root => path.Find(root).Any(found => Text(found) is { } text && Number(text) is { } number && sign switch
        {
            "<" => number < limit,
            "<=" => number <= limit,
            ">" => number > limit,
            _ => number >= limit,
        });
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private Match Next() => _at < _tokens.Count ? _tokens[_at++] : throw FilterPattern.Invalid;

    private bool Takes(string word)
    {
        if (_at < _tokens.Count && _tokens[_at].Value.Trim().Equals(word, StringComparison.OrdinalIgnoreCase))
        {
            _at++;
            return true;
        }

        return false;
    }

    [GeneratedRegex("""\G\s*(?<field>\$(\.[\w@:-]+|\.?\['[^']+'\]|\[(\d+|\*)\])+)\s*|\G\s*"(?<quoted>(?:\\"|[^"])*)"\s*|\G\s*%(?<expression>[^%]+)%\s*|\G\s*(&&|\|\||!=|<=|>=|[=<>()])\s*|\G\s*(?<plain>[^\s"%&|!=<>()]+)\s*""")]
    private static partial Regex Token();
}
