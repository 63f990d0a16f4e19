using System.Text.RegularExpressions;

namespace Portal.Sandbox.CloudWatch.Expressions;

/// <summary>
/// What SEARCH looks for: <c>{Namespace,Dimension,...}</c>, then words, <c>Property=word</c>, <c>AND</c>, <c>OR</c>, <c>NOT</c> and brackets. A word in double quotes must be a whole
/// value; another is found by the parts of which names consist, in whatever case.
/// </summary>
internal sealed partial class SearchPattern
{
    private const int Longest = 1_024;
    private const int Most = 500;

    private readonly List<Match> _tokens;
    private int _at;

    private SearchPattern(List<Match> tokens) => _tokens = tokens;

    private Func<Metric, bool>? Schema { get; set; }

    private Func<Metric, bool> Terms { get; set; } = _ => true;

    public static SearchPattern Parse(string text)
    {
        if (text.Length > Longest)
        {
            throw new ExpressionException($"A search must not be longer than {Longest} characters");
        }

        var schema = SchemaPart().Match(text);
        var rest = (schema.Success ? text[schema.Length..] : text).Trim();
        List<Match> tokens = [.. Token().Matches(rest).Cast<Match>()];
        if (tokens.Sum(token => token.Length) != rest.Length)
        {
            throw new ExpressionException("The search is not well-formed");
        }

        SearchPattern pattern = new(tokens);
        if (schema.Success)
        {
            string[] names = [.. schema.Groups["names"].Value.Split(',').Select(name => name.Trim().Trim('"'))];
            pattern.Schema = metric => metric.Namespace == names[0] && metric.Dimensions.Select(dimension => dimension.Name).ToHashSet(StringComparer.Ordinal).SetEquals(names[1..]);
        }

        if (tokens.Count > 0)
        {
            pattern.Terms = pattern.Either();
        }

        return pattern._at == tokens.Count ? pattern : throw new ExpressionException("The search is not well-formed");
    }

    public IReadOnlyList<Metric> Find(IEnumerable<Metric> metrics) => [.. metrics.Where(metric => Schema?.Invoke(metric) is not false && Terms(metric)).Take(Most)];

    private Func<Metric, bool> Either()
    {
        var left = Both();
        while (Takes("OR"))
        {
            var (first, second) = (left, Both());
            left = metric => first(metric) || second(metric);
        }

        return left;
    }

    private Func<Metric, bool> Both()
    {
        var left = One(AnyValue);
        while (_at < _tokens.Count && Sign(_at) is not ("OR" or ")"))
        {
            Takes("AND");
            var (first, second) = (left, One(AnyValue));
            left = metric => first(metric) && second(metric);
        }

        return left;
    }

    private Func<Metric, bool> One(Func<Metric, IEnumerable<string>> values)
    {
        if (Takes("NOT"))
        {
            var inner = One(values);
            return metric => !inner(metric);
        }

        if (Takes("("))
        {
            var inner = values == AnyValue ? Either() : Words(values);
            return Takes(")") ? inner : throw new ExpressionException("A bracket of the search is not closed");
        }

        if (_at == _tokens.Count || !_tokens[_at].Groups["word"].Success)
        {
            throw new ExpressionException("The search is not well-formed");
        }

        var token = _tokens[_at++];
        var (word, isWhole) = (token.Groups["word"].Value.Trim('"'), token.Groups["word"].Value.StartsWith('"'));
        return Takes("=") ? One(Named(word)) : Word(values, word, isWhole);
    }

    /// <summary>Several words for one property: <c>Stage=("dev" OR "prod")</c>.</summary>
    private Func<Metric, bool> Words(Func<Metric, IEnumerable<string>> values)
    {
        var left = One(values);
        while (_at < _tokens.Count && Sign(_at) is not ")")
        {
            var isBoth = Takes("AND") || !Takes("OR");
            var (first, second) = (left, One(values));
            left = isBoth ? metric => first(metric) && second(metric) : metric => first(metric) || second(metric);
        }

        return left;
    }

    private static Func<Metric, bool> Word(Func<Metric, IEnumerable<string>> values, string word, bool isWhole)
    {
        if (isWhole)
        {
            return metric => values(metric).Contains(word, StringComparer.Ordinal);
        }

        string[] parts = [.. Parts(word)];
        return metric => values(metric).Any(value => value.Equals(word, StringComparison.OrdinalIgnoreCase) || (parts.Length > 0 && parts.All(part => Parts(value).Contains(part, StringComparer.OrdinalIgnoreCase))));
    }

    private static IEnumerable<string> AnyValue(Metric metric) => [metric.Namespace, metric.Name, .. metric.Dimensions.SelectMany(dimension => new[] { dimension.Name, dimension.Value })];

    private static Func<Metric, IEnumerable<string>> Named(string property) => property switch
    {
        "MetricName" => metric => [metric.Name],
        "Namespace" => metric => [metric.Namespace],
        _ => metric => metric.Dimensions.Where(dimension => dimension.Name == property).Select(dimension => dimension.Value),
    };

    private static IEnumerable<string> Parts(string text) => Part().Matches(text).Select(match => match.Value);

    private bool Takes(string sign)
    {
        if (_at == _tokens.Count || Sign(_at) != sign)
        {
            return false;
        }

        _at++;
        return true;
    }

    private string Sign(int at) => _tokens[at].Value.Trim();

    [GeneratedRegex(@"\A\s*\{(?<names>[^{}]*)\}")]
    private static partial Regex SchemaPart();

    [GeneratedRegex("""\G\s*(?:[()=]|(?<word>"[^"]*"|[^\s()="]+))\s*""")]
    private static partial Regex Token();

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")]
    private static partial Regex Part();
}
