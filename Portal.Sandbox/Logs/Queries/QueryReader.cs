using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Logs.Queries;

/// <summary>Reads the text of a query sign by sign. What stands behind <c>#</c> is a comment.</summary>
internal sealed partial class QueryReader(string text)
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(100);

    /// <summary>What is longer could end a thread by its depth.</summary>
    private const int MostTerms = 2_000;

    private int _at;
    private int _end;
    private int _terms;

    public bool IsAtEnd
    {
        get
        {
            Skip();
            return _at == text.Length;
        }
    }

    public int At
    {
        get
        {
            Skip();
            return _at;
        }
    }

    public AwsError Unexpected => new(400, "MalformedQueryException", IsAtEnd ? "unexpected end of query" : $"unexpected symbol found {text.AsSpan(_at, 1)} at line {text.AsSpan(0, _at).Count('\n') + 1} and position {_at - text.AsSpan(0, _at).LastIndexOf('\n')}");

    public static AwsError Refused(string message) => new(400, "MalformedQueryException", message);

    /// <summary>What was read since, as it stands there.</summary>
    public string Since(int start) => text[start.._end];

    /// <summary>A word in any case, or a sign.</summary>
    public bool Takes(string sign)
    {
        Skip();
        var isWord = char.IsLetter(sign[0]);
        if (string.Compare(text, _at, sign, 0, sign.Length, StringComparison.OrdinalIgnoreCase) is not 0
            || (isWord && _at + sign.Length < text.Length && (char.IsLetterOrDigit(text[_at + sign.Length]) || text[_at + sign.Length] is '_' or '.')))
        {
            return false;
        }

        _end = _at += sign.Length;
        return true;
    }

    /// <summary>For who reads a part of a term.</summary>
    public void Count()
    {
        if (++_terms > MostTerms)
        {
            throw Refused("the query has too many terms");
        }
    }

    public void Demand(string sign)
    {
        if (!Takes(sign))
        {
            throw Unexpected;
        }
    }

    public bool Sees(string sign)
    {
        var (at, end) = (_at, _end);
        var takes = Takes(sign);
        (_at, _end) = (at, end);
        return takes;
    }

    /// <summary>The name of a field or function; in backticks it may hold anything.</summary>
    public string? Name() => Match(NamePart()) is { } match ? match.Groups["quoted"] is { Success: true } quoted ? quoted.Value : match.Value : null;

    public string? Quoted() => Match(QuotedPart()) is { } match ? Escape().Replace(match.Value[1..^1], "$1") : null;

    /// <summary>A number, or a span such as <c>5m</c> in milliseconds.</summary>
    public double? Number() => Match(NumberPart()) is not { } match
        ? null
        : double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) * match.Groups["unit"].Value switch
        {
            "s" or "sec" or "second" or "seconds" => 1_000d,
            "m" or "min" or "minute" or "minutes" => 60_000,
            "h" or "hr" or "hour" or "hours" => 3_600_000,
            "d" or "day" or "days" => 86_400_000,
            "w" or "week" or "weeks" => 7 * 86_400_000d,
            _ => 1,
        };

    /// <summary>A regular expression between slashes. One that takes too long matches nothing.</summary>
    public Regex? Expression()
    {
        if (Match(ExpressionPart()) is not { } match)
        {
            return null;
        }

        try
        {
            return new(match.Value[1..^1].Replace("\\/", "/", StringComparison.Ordinal), RegexOptions.CultureInvariant, LongestMatch);
        }
        catch (ArgumentException)
        {
            throw Refused($"invalid regular expression {match.Value}");
        }
    }

    private Match? Match(Regex part)
    {
        Skip();
        if (part.Match(text, _at) is not { Success: true } match)
        {
            return null;
        }

        _end = _at += match.Length;
        return match;
    }

    private void Skip() => _at += Blank().Match(text, _at).Length;

    [GeneratedRegex(@"\G(?:\s+|#[^\n]*)*")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\G(?:`(?<quoted>[^`]+)`|@?[A-Za-z_][\w.]*)")]
    private static partial Regex NamePart();

    [GeneratedRegex("""\G(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')""")]
    private static partial Regex QuotedPart();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\G(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?<unit>ms|seconds?|sec|s|minutes?|min|m|hours?|hr|h|days?|d|weeks?|w)?\b")]
    private static partial Regex NumberPart();

    [GeneratedRegex(@"\G/(?:\\.|[^/\\])+/")]
    private static partial Regex ExpressionPart();
}
