using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Sandbox.Logs.Patterns;

/// <summary>
/// Fields between spaces: <c>[ip, user, ..., status = 4*, bytes > 1000]</c>. Quotes and brackets hold a field together, <c>...</c> stands for any number of them,
/// conditions on a field are joined by <c>&amp;&amp;</c> and <c>||</c>.
/// </summary>
internal static partial class SpacePattern
{
    public static Func<string, bool> Parse(string pattern)
    {
        string[] fields = [.. Comma().Split(pattern.Trim()).Select(field => field.Trim())];
        if (fields.Any(field => field is "") || fields.Count(field => field is "...") > 1)
        {
            throw FilterPattern.Invalid;
        }

        var gap = Array.IndexOf(fields, "...");
        Func<string, bool>[] before = [.. (gap < 0 ? fields : fields[..gap]).Select(Field)];
        Func<string, bool>[] after = gap < 0 ? [] : [.. fields[(gap + 1)..].Select(Field)];
        return line =>
        {
            string[] values = [.. Value().Matches(line).Select(match => match.Groups["quoted"] is { Success: true } quoted ? quoted.Value : match.Groups["bracket"] is { Success: true } bracket ? bracket.Value : match.Value)];
            return (gap < 0 ? values.Length == before.Length : values.Length >= before.Length + after.Length)
                && before.Zip(values).All(pair => pair.First(pair.Second))
                && after.Zip(values[^after.Length..]).All(pair => pair.First(pair.Second));
        };
    }

    private static Func<string, bool> Field(string text)
    {
        string? name = null;
        var any = text.Split("||").Select(part => part.Split("&&").Select(condition => Condition(condition.Trim(), ref name)).ToArray()).ToArray();
        return value => any.Any(all => all.All(holds => holds(value)));
    }

    private static Func<string, bool> Condition(string text, ref string? name)
    {
        if (PlainName().IsMatch(text))
        {
            name ??= text;
            return name == text ? _ => true : throw FilterPattern.Invalid;
        }

        if (Comparison().Match(text) is not { Success: true } match || (name ??= match.Groups["name"].Value) != match.Groups["name"].Value)
        {
            throw FilterPattern.Invalid;
        }

        var (sign, wanted) = (match.Groups["sign"].Value, match.Groups["value"].Value);
        if (sign is "=" or "!=")
        {
            var same = Same(wanted);
            return value => same(value) == sign is "=";
        }

        var limit = Number(wanted) ?? throw FilterPattern.Invalid;
        return value => Number(value) is { } number && sign switch
        {
            "<" => number < limit,
            "<=" => number <= limit,
            ">" => number > limit,
            _ => number >= limit,
        };
    }

    private static Func<string, bool> Same(string wanted)
    {
        if (wanted is ['%', .. var expression, '%'])
        {
            return FilterPattern.Expression(expression);
        }

        var text = wanted is ['"', .. var quoted, '"'] ? quoted : wanted;
        return text.Contains('*', StringComparison.Ordinal)
            ? FilterPattern.Expression($@"\A(?s:{Regex.Escape(text).Replace(@"\*", ".*", StringComparison.Ordinal)})\z")
            : value => value == text || (Number(text) is { } number && Number(value) == number);
    }

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(""", *(?=(?:[^"]*"[^"]*")*[^"]*$)""")]
    private static partial Regex Comma();

    [GeneratedRegex("""\"(?<quoted>(?:\\"|[^"])*)"|\[(?<bracket>[^\]]*)\]|\S+""")]
    private static partial Regex Value();

    [GeneratedRegex(@"\A\w+\z")]
    private static partial Regex PlainName();

    [GeneratedRegex("""\A(?<name>\w+)\s*(?<sign>!=|<=|>=|=|<|>)\s*(?<value>"[^"]*"|%[^%]+%|\S+)\z""")]
    private static partial Regex Comparison();
}
