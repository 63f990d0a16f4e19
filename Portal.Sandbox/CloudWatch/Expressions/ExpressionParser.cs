using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Sandbox.CloudWatch.Expressions;

/// <summary>Reads metric math: what it comes to, and the ids that it names.</summary>
internal sealed partial class ExpressionParser
{
    private const int Deepest = 64;

    private readonly List<Match> _tokens;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private int _at;
    private int _depth;

    private ExpressionParser(string text)
    {
        _tokens = [.. Token().Matches(text).Cast<Match>()];
        if (_tokens.Sum(token => token.Length) != text.Length)
        {
            throw new ExpressionException($"Unsupported character '{text[_tokens.Sum(token => token.Length)]}'");
        }
    }

    public static (Func<Evaluation, Value> Evaluate, IReadOnlySet<string> Ids) Parse(string text)
    {
        ExpressionParser parser = new(text.Trim());
        var evaluate = parser.Row(0);
        return parser._at == parser._tokens.Count ? (evaluate, parser._ids) : throw parser.Unexpected();
    }

    private Func<Evaluation, Value> Row(int row)
    {
        if (row == Operators.Rows.Count)
        {
            return Signed();
        }

        var left = Row(row + 1);
        while (_at < _tokens.Count && Operators.Rows[row].TryGetValue(Text(_at), out var operation))
        {
            _at++;
            var (first, second) = (left, Row(row + 1));
            left = evaluation => Operators.Apply(operation, first(evaluation), second(evaluation));
        }

        return left;
    }

    private Func<Evaluation, Value> Signed()
    {
        if (!Takes("-"))
        {
            return Power();
        }

        var value = Nested(Signed);
        return evaluation => value(evaluation).Select(number => -number);
    }

    private Func<Evaluation, Value> Power()
    {
        var left = One();
        if (!Takes("^"))
        {
            return left;
        }

        var right = Nested(Signed);
        return evaluation => Operators.Apply(Math.Pow, left(evaluation), right(evaluation));
    }

    private Func<Evaluation, Value> One()
    {
        var token = _at < _tokens.Count ? _tokens[_at++] : throw Unexpected();
        if (token.Groups["number"] is { Success: true } number)
        {
            Value scalar = new Value.Scalar(double.Parse(number.Value, CultureInfo.InvariantCulture));
            return _ => scalar;
        }

        if (token.Groups["text"] is { Success: true } text)
        {
            Value word = new Value.Word(text.Value);
            return _ => word;
        }

        if (token.Groups["word"] is { Success: true } name)
        {
            return Named(name.Value);
        }

        if (token.Value.Trim() is "[")
        {
            var items = Items("]");
            return evaluation => new Value.Many([.. items.SelectMany(item => item(evaluation).AllSeries)]);
        }

        if (token.Value.Trim() is not "(")
        {
            _at--;
            throw Unexpected();
        }

        var inner = Nested(() => Row(0));
        return Takes(")") ? inner : throw Unexpected();
    }

    private Func<Evaluation, Value> Named(string name)
    {
        if (Takes("("))
        {
            var function = Functions.Find(name) ?? throw new ExpressionException($"Unknown function '{name}'");
            var arguments = Items(")");
            return evaluation => function(evaluation, [.. arguments.Select(argument => argument(evaluation))]);
        }

        if (char.IsAsciiLetterLower(name[0]))
        {
            _ids.Add(name);
            return evaluation => evaluation.Find(name);
        }

        Value word = new Value.Word(name);
        return _ => word;
    }

    private List<Func<Evaluation, Value>> Items(string end)
    {
        List<Func<Evaluation, Value>> items = [];
        while (!Takes(end))
        {
            if (items.Count > 0 && !Takes(","))
            {
                throw Unexpected();
            }

            items.Add(Nested(() => Row(0)));
        }

        return items;
    }

    private Func<Evaluation, Value> Nested(Func<Func<Evaluation, Value>> read)
    {
        if (++_depth > Deepest)
        {
            throw new ExpressionException("The expression is nested too deeply");
        }

        var result = read();
        _depth--;
        return result;
    }

    private bool Takes(string sign)
    {
        if (_at == _tokens.Count || _tokens[_at].Groups["text"].Success || Text(_at) != sign)
        {
            return false;
        }

        _at++;
        return true;
    }

    private string Text(int at) => _tokens[at].Value.Trim();

    private ExpressionException Unexpected() => new(_at < _tokens.Count ? $"Unexpected '{Text(_at)}'" : "Unexpected end of expression");

    [GeneratedRegex("""\G\s*(?:(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)|"(?<text>[^"]*)"|'(?<text>[^']*)'|(?<word>[A-Za-z_]\w*)|&&|\|\||==|!=|<=|>=|[-+*/^<>(),\[\]])\s*""")]
    private static partial Regex Token();
}
