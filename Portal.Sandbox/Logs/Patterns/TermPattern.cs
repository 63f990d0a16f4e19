using System.Text.RegularExpressions;

namespace Portal.Sandbox.Logs.Patterns;

/// <summary>Terms: all plain ones must be in the line, none with a minus, and one of those with a question mark if there are any. Case counts.</summary>
internal static partial class TermPattern
{
    public static Func<string, bool> Parse(string pattern)
    {
        List<Func<string, bool>> all = [], any = [], none = [];
        var at = 0;
        while (at < pattern.Length)
        {
            if (Term().Match(pattern, at) is not { Success: true } term || term.Index != at)
            {
                throw FilterPattern.Invalid;
            }

            var into = term.Groups["sign"].Value switch { "?" => any, "-" => none, _ => all };
            into.Add(Test(term));
            at += term.Length;
        }

        return line => all.TrueForAll(test => test(line)) && !none.Exists(test => test(line)) && (any.Count is 0 || any.Exists(test => test(line)));
    }

    private static Func<string, bool> Test(Match term)
    {
        if (term.Groups["expression"] is { Success: true } expression)
        {
            return FilterPattern.Expression(expression.Value);
        }

        var text = term.Groups["quoted"] is { Success: true } quoted ? quoted.Value.Replace("\\\"", "\"", StringComparison.Ordinal) : term.Groups["plain"].Value;
        return line => line.Contains(text, StringComparison.Ordinal);
    }

    [GeneratedRegex("""\s*(?<sign>[?-]?)("(?<quoted>(?:\\"|[^"])*)"|%(?<expression>[^%]+)%|(?<plain>[^\s"%?-][^\s"]*))\s*""")]
    private static partial Regex Term();
}
