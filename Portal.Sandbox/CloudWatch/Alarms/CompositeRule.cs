using System.Text.RegularExpressions;

namespace Portal.Sandbox.CloudWatch.Alarms;

/// <summary>The rule of a composite alarm: <c>ALARM(name)</c>, <c>OK(name)</c>, <c>INSUFFICIENT_DATA(name)</c>, TRUE and FALSE, with AND, OR, NOT and brackets. A name may stand in quotes, and an ARN for it.</summary>
internal sealed partial class CompositeRule
{
    private const int LongestRule = 10_240;
    private const int MostElements = 500;
    private const int MostChildren = 100;

    private readonly List<string> _words;
    private readonly List<string> _children = [];
    private readonly Func<Func<string, string?>, bool> _holds;
    private int _at;
    private int _elements;

    private CompositeRule(string text)
    {
        _words = [.. Word().Matches(text).Select(match => match.Value.Trim()).Where(word => word.Length > 0)];
        _holds = Or();
        if (_at < _words.Count || _elements > MostElements || _children.Distinct(StringComparer.Ordinal).Count() > MostChildren)
        {
            throw Malformed();
        }
    }

    /// <summary>The names of the alarms that it looks at.</summary>
    public IReadOnlyList<string> Children => [.. _children.Distinct(StringComparer.Ordinal)];

    public static CompositeRule Parse(string text) => text.Length is > 0 and <= LongestRule ? new(text) : throw Malformed();

    public bool Holds(Func<string, string?> stateOf) => _holds(stateOf);

    private Func<Func<string, string?>, bool> Or()
    {
        var left = And();
        while (Takes("OR"))
        {
            var (one, other) = (left, And());
            left = states => one(states) || other(states);
        }

        return left;
    }

    private Func<Func<string, string?>, bool> And()
    {
        var left = Not();
        while (Takes("AND"))
        {
            var (one, other) = (left, Not());
            left = states => one(states) && other(states);
        }

        return left;
    }

    private Func<Func<string, string?>, bool> Not()
    {
        var isNot = false;
        while (Takes("NOT"))
        {
            isNot = !isNot;
        }

        var inner = Element();
        return isNot ? states => !inner(states) : inner;
    }

    private Func<Func<string, string?>, bool> Element()
    {
        _elements++;
        if (Takes("TRUE"))
        {
            return _ => true;
        }

        if (Takes("FALSE"))
        {
            return _ => false;
        }

        if (Takes("("))
        {
            // Each bracket takes a frame of the stack.
            var inner = _elements <= MostElements ? Or() : throw Malformed();
            return Takes(")") ? inner : throw Malformed();
        }

        if (_at < _words.Count && Function().Match(_words[_at]) is { Success: true } function)
        {
            _at++;
            var (state, name) = (function.Groups["state"].Value.ToUpperInvariant(), NameOf(function.Groups["name"].Value.Trim()));
            _children.Add(name);
            return states => states(name) == state;
        }

        throw Malformed();
    }

    private bool Takes(string word)
    {
        if (_at >= _words.Count || !_words[_at].Equals(word, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        _at++;
        return true;
    }

    private static string NameOf(string given)
    {
        var name = given is ['"', .. var inside, '"'] ? inside : given;
        const string mark = ":alarm:";
        return name.StartsWith("arn:", StringComparison.Ordinal) && name.IndexOf(mark, StringComparison.Ordinal) is > 0 and var at ? name[(at + mark.Length)..] : name;
    }

    private static Wire.AwsError Malformed() => CloudWatchErrors.Validation("AlarmRule is malformed");

    // A call with its name, a bracket, or a word; what is none of them is left over and refused.
    [GeneratedRegex("""(?:ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*(?:"[^"]*"|[^)"]*)\s*\)|[()]|[^\s()]+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("""\A(?<state>ALARM|OK|INSUFFICIENT_DATA)\s*\((?<name>\s*(?:"[^"]+"|[^)"\s][^)"]*))\s*\)\z""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Function();
}
