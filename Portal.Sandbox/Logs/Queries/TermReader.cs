using System.Text.RegularExpressions;

namespace Portal.Sandbox.Logs.Queries;

/// <summary>Reads what is calculated of a row: conditions, arithmetic, functions. In a <c>stats</c> command functions that go over many rows are gathered beside it.</summary>
internal sealed class TermReader(QueryReader reader, List<Aggregate>? aggregates = null)
{
    public Func<Row, object?> Read()
    {
        reader.Count();
        var left = And();
        while (reader.Takes("or"))
        {
            var (first, second) = (left, And());
            left = row => Cell.Truth(first(row)) || Cell.Truth(second(row));
        }

        return left;
    }

    private Func<Row, object?> And()
    {
        var left = Not();
        while (reader.Takes("and"))
        {
            var (first, second) = (left, Not());
            left = row => Cell.Truth(first(row)) && Cell.Truth(second(row));
        }

        return left;
    }

    private Func<Row, object?> Not()
    {
        reader.Count();
        if (!reader.Takes("not"))
        {
            return Compared();
        }

        var inner = Not();
        return row => !Cell.Truth(inner(row));
    }

    private Func<Row, object?> Compared()
    {
        var left = Sum();
        var isNot = reader.Takes("not");
        if (reader.Takes("like") || reader.Takes("=~"))
        {
            var like = Like();
            return row => Cell.Text(left(row)) is { } text ? like(text) != isNot : isNot;
        }

        if (reader.Takes("in"))
        {
            var list = List();
            return row => left(row) is { } value ? list.Exists(item => Cell.Same(value, item(row))) != isNot : isNot;
        }

        return isNot ? throw reader.Unexpected : Signed(left);
    }

    private Func<Row, object?> Signed(Func<Row, object?> left)
    {
        foreach (var (sign, holds) in Comparisons)
        {
            if (reader.Takes(sign))
            {
                var right = Sum();
                // What is not there is neither the same nor another; only != finds it.
                return row => (left(row), right(row)) is ({ } one, { } other) ? holds(Cell.Compare(one, other)) : sign is "!=";
            }
        }

        return left;
    }

    private static readonly (string Sign, Func<int, bool> Holds)[] Comparisons =
    [
        ("!=", order => order is not 0),
        ("<=", order => order <= 0),
        (">=", order => order >= 0),
        ("==", order => order is 0),
        ("=", order => order is 0),
        ("<", order => order < 0),
        (">", order => order > 0),
    ];

    private Func<string, bool> Like()
    {
        if (reader.Quoted() is { } part)
        {
            return text => text.Contains(part, StringComparison.Ordinal);
        }

        var expression = reader.Expression() ?? throw reader.Unexpected;
        return text => Matches(expression, text);
    }

    private static bool Matches(Regex expression, string text)
    {
        try
        {
            return expression.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private List<Func<Row, object?>> List()
    {
        reader.Demand("[");
        List<Func<Row, object?>> items = [];
        do
        {
            items.Add(Sum());
        }
        while (reader.Takes(","));
        reader.Demand("]");
        return items;
    }

    private Func<Row, object?> Sum()
    {
        var left = Product();
        while (true)
        {
            var isPlus = reader.Takes("+");
            if (!isPlus && !reader.Takes("-"))
            {
                return left;
            }

            left = Calculated(left, Product(), isPlus ? (one, other) => one + other : (one, other) => one - other);
        }
    }

    private Func<Row, object?> Product()
    {
        var left = Unary();
        while (true)
        {
            if (reader.Takes("*"))
            {
                left = Calculated(left, Unary(), (one, other) => one * other);
            }
            else if (reader.Takes("/"))
            {
                left = Calculated(left, Unary(), (one, other) => one / other);
            }
            else if (reader.Takes("%"))
            {
                left = Calculated(left, Unary(), (one, other) => one % other);
            }
            else
            {
                return left;
            }
        }
    }

    private Func<Row, object?> Unary()
    {
        reader.Count();
        if (reader.Takes("-"))
        {
            var inner = Unary();
            return row => -Cell.Number(inner(row));
        }

        var left = One();
        return reader.Takes("^") ? Calculated(left, Unary(), Math.Pow) : left;
    }

    private Func<Row, object?> One()
    {
        reader.Count();
        if (reader.Takes("("))
        {
            var inner = Read();
            reader.Demand(")");
            return inner;
        }

        if (reader.Quoted() is { } text)
        {
            return _ => text;
        }

        if (reader.Number() is { } number)
        {
            object constant = number;
            return _ => constant;
        }

        var name = reader.Name() ?? throw reader.Unexpected;
        return reader.Takes("(") ? Function(name) : row => row[name];
    }

    private Func<Row, object?> Function(string name)
    {
        if (Aggregate.Knows(name))
        {
            if (aggregates is null)
            {
                throw QueryReader.Refused($"the function {name} is one of stats");
            }

            var place = $"#{aggregates.Count}";
            aggregates.Add(Aggregate.Of(name, Arguments(isCount: name.Equals("count", StringComparison.OrdinalIgnoreCase))));
            return row => row[place];
        }

        return Functions.Of(name, Arguments(isCount: false));
    }

    private List<Func<Row, object?>> Arguments(bool isCount)
    {
        List<Func<Row, object?>> arguments = [];
        if (isCount && reader.Takes("*"))
        {
            reader.Demand(")");
            return arguments;
        }

        while (!reader.Takes(")"))
        {
            if (arguments.Count > 0)
            {
                reader.Demand(",");
            }

            arguments.Add(new TermReader(reader).Read());
        }

        return arguments;
    }

    private static Func<Row, object?> Calculated(Func<Row, object?> left, Func<Row, object?> right, Func<double, double, double> calculate) => row =>
        (Cell.Number(left(row)), Cell.Number(right(row))) is ({ } one, { } other) && calculate(one, other) is var result && double.IsFinite(result) ? result : null;
}
