using System.Text.RegularExpressions;

namespace Portal.Sandbox.Logs.Queries;

/// <summary>
/// A query of Logs Insights, ready to take events, newest first: <c>fields</c>, <c>filter</c>, <c>parse</c>, <c>stats</c>, <c>sort</c>, <c>limit</c>, <c>display</c>, joined by <c>|</c>.
/// </summary>
internal sealed class Pipeline
{
    private const int MostRows = 10_000;
    private static readonly string[] Usual = ["@timestamp", "@message"];
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(100);

    private readonly QueryReader _reader;
    private readonly List<Step> _steps = [];
    private readonly int _most;
    private List<string> _columns = [];
    private bool _isCalculated;
    private bool _isShown;

    private Pipeline(string text, int? limit)
    {
        _reader = new(text);
        _most = limit ?? MostRows;
        do
        {
            Command();
        }
        while (_reader.Takes("|"));
        if (!_reader.IsAtEnd)
        {
            throw _reader.Unexpected;
        }

        // What filters let through has matched, whatever is made of it.
        Matched = new();
        _steps.Insert(_steps.FindLastIndex(step => step is Step.Filter) + 1, Matched);
        string[] columns = _columns.Count > 0 ? [.. _columns] : Usual;
        Shown = new(_isCalculated ? columns : [.. columns.Where(column => column is not Row.Pointer), Row.Pointer]);
        _steps.Add(new Step.Limit(_most));
        _steps.Add(Shown);
        foreach (var (step, next) in _steps.Zip(_steps.Skip(1)))
        {
            step.Next = next;
        }
    }

    public Step First => _steps[0];

    public Step.Count Matched { get; }

    public Step.Show Shown { get; }

    public static Pipeline Parse(string text, int? limit) => new(text, limit);

    private void Command()
    {
        if (_reader.Takes("fields"))
        {
            var fields = Fields();
            _steps.Add(new Step.Calculate(fields));
            _columns.AddRange(fields.Select(field => field.Name).Except(_columns, StringComparer.Ordinal).ToList());
        }
        else if (_reader.Takes("display"))
        {
            var fields = Fields();
            _steps.Add(new Step.Calculate(fields));
            (_columns, _isShown) = ([.. fields.Select(field => field.Name)], true);
        }
        else if (_reader.Takes("filter"))
        {
            _steps.Add(new Step.Filter(new TermReader(_reader).Read()));
        }
        else if (_reader.Takes("parse"))
        {
            _steps.Add(Parsed());
        }
        else if (_reader.Takes("stats"))
        {
            Stats();
        }
        else if (_reader.Takes("sort") || _reader.Takes("order"))
        {
            _reader.Takes("by");
            _steps.Add(Sorted());
        }
        else if (_reader.Takes("limit") || _reader.Takes("head"))
        {
            _steps.Add(new Step.Limit((int)Math.Min(_reader.Number() ?? throw _reader.Unexpected, MostRows)));
        }
        else
        {
            throw _reader.Unexpected;
        }
    }

    private List<(string Name, Func<Row, object?> Read)> Fields(List<Aggregate>? aggregates = null)
    {
        List<(string, Func<Row, object?>)> fields = [];
        do
        {
            var start = _reader.At;
            var read = new TermReader(_reader, aggregates).Read();
            var name = _reader.Since(start).Trim('`');
            fields.Add((_reader.Takes("as") ? _reader.Name() ?? throw _reader.Unexpected : name, read));
            // "@timestamp, @message" and "@timestamp @message" are both common.
        }
        while (_reader.Takes(",") || (aggregates is null && !_reader.IsAtEnd && !_reader.Sees("|")));
        return fields;
    }

    private Step.Parse Parsed()
    {
        var field = _reader.Quoted() is null ? _reader.Name() ?? throw _reader.Unexpected : throw _reader.Unexpected;
        if (_reader.Expression() is { } expression)
        {
            string[] named = [.. expression.GetGroupNames().Where(name => !char.IsDigit(name[0]))];
            if (named.Length is 0 && _reader.Takes("as"))
            {
                named = [.. Names()];
            }

            return named.Length > 0 ? new(row => row[field], expression, named) : throw QueryReader.Refused("an expression of parse needs groups with names");
        }

        var glob = _reader.Quoted() ?? throw _reader.Unexpected;
        _reader.Demand("as");
        var names = Names();
        if (names.Count != glob.Count(c => c is '*'))
        {
            throw QueryReader.Refused($"parse has {glob.Count(c => c is '*')} wildcards and {names.Count} names");
        }

        // The last wildcard takes what is left, the others as little as they must.
        var parts = glob.Split('*').Select(Regex.Escape).ToArray();
        var pattern = string.Join("(.*?)", parts[..^1]) + (parts[^1] is "" ? "(.*)" : "(.*?)") + parts[^1];
        return new(row => row[field], new(pattern, RegexOptions.Singleline | RegexOptions.CultureInvariant, LongestMatch), names);
    }

    private List<string> Names()
    {
        List<string> names = [];
        do
        {
            names.Add(_reader.Name() ?? throw _reader.Unexpected);
        }
        while (_reader.Takes(","));
        return names;
    }

    private void Stats()
    {
        List<Aggregate> aggregates = [];
        var shown = Fields(aggregates);
        var keys = _reader.Takes("by") ? Keys() : [];
        _steps.Add(new Step.Stats(aggregates, shown, keys));
        (_columns, _isCalculated) = ([.. keys.Select(key => key.Name), .. shown.Select(field => field.Name)], true);
        if (_isShown)
        {
            throw QueryReader.Refused("display must come after stats");
        }
    }

    private List<(string Name, Func<Row, object?> Read)> Keys()
    {
        List<(string, Func<Row, object?>)> keys = [];
        do
        {
            var start = _reader.At;
            var read = new TermReader(_reader).Read();
            var name = _reader.Since(start).Trim('`');
            keys.Add((_reader.Takes("as") ? _reader.Name() ?? throw _reader.Unexpected : name, read));
        }
        while (_reader.Takes(","));
        return keys;
    }

    private Step.Sort Sorted()
    {
        List<(Func<Row, object?>, bool)> keys = [];
        do
        {
            var start = _reader.At;
            List<Aggregate> named = [];
            var read = new TermReader(_reader, named).Read();
            var name = _reader.Since(start).Trim('`');
            var isDescending = _reader.Takes("desc");
            if (!isDescending)
            {
                _reader.Takes("asc");
            }

            // What stats calculated is known by its text, as in "sort count(*) desc".
            keys.Add((named.Count > 0 ? row => row[name] : row => row[name] ?? read(row), isDescending));
        }
        while (_reader.Takes(","));
        return new(keys, MostRows);
    }
}
