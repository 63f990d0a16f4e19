namespace Portal.Sandbox.Logs.Queries;

/// <summary>The functions of one row.</summary>
internal static class Functions
{
    public static Func<Row, object?> Of(string name, IReadOnlyList<Func<Row, object?>> arguments) => (name.ToLowerInvariant(), arguments) switch
    {
        ("ispresent", [var value]) => row => value(row) is not null,
        ("isempty", [var value]) => row => value(row) is null or "",
        ("isblank", [var value]) => row => string.IsNullOrWhiteSpace(Cell.Text(value(row))),
        ("coalesce", [_, ..]) => row => arguments.Select(argument => argument(row)).FirstOrDefault(value => value is not null),
        ("bin", [var span]) => Floored(row => row["@timestamp"], span),
        ("datefloor", [var time, var span]) => Floored(time, span),
        ("tomillis", [var time]) => row => Cell.Number(time(row)),
        ("frommillis", [var number]) => row => Cell.Number(number(row)) is { } milliseconds ? new Moment((long)milliseconds) : null,
        ("abs", [var value]) => Numeric(value, Math.Abs),
        ("ceil", [var value]) => Numeric(value, Math.Ceiling),
        ("floor", [var value]) => Numeric(value, Math.Floor),
        ("sqrt", [var value]) => Numeric(value, Math.Sqrt),
        ("log", [var value]) => Numeric(value, Math.Log),
        ("greatest", [_, ..]) => row => arguments.Select(argument => Cell.Number(argument(row))).Max(),
        ("least", [_, ..]) => row => arguments.Select(argument => Cell.Number(argument(row))).Min(),
        ("strlen", [var value]) => row => Cell.Text(value(row)) is { } text ? (double)text.Length : null,
        ("toupper" or "upper", [var value]) => row => Cell.Text(value(row))?.ToUpperInvariant(),
        ("tolower" or "lower", [var value]) => row => Cell.Text(value(row))?.ToLowerInvariant(),
        ("trim", [var value]) => row => Cell.Text(value(row))?.Trim(),
        ("concat", [_, ..]) => row => string.Concat(arguments.Select(argument => Cell.Text(argument(row)))),
        ("replace", [var value, var old, var other]) => row => (Cell.Text(value(row)), Cell.Text(old(row)), Cell.Text(other(row))) is ({ } text, { Length: > 0 } part, { } by) ? text.Replace(part, by, StringComparison.Ordinal) : value(row),
        ("strcontains", [var value, var part]) => row => (Cell.Text(value(row)), Cell.Text(part(row))) is ({ } text, { } wanted) ? text.Contains(wanted, StringComparison.Ordinal) : null,
        ("substr", [var value, var start]) => row => Part(value(row), start(row), double.MaxValue),
        ("substr", [var value, var start, var length]) => row => Part(value(row), start(row), length(row)),
        _ => throw QueryReader.Refused($"unknown function {name} with {arguments.Count} arguments"),
    };

    private static Func<Row, object?> Numeric(Func<Row, object?> value, Func<double, double> change) => row =>
        Cell.Number(value(row)) is { } number && change(number) is var result && double.IsFinite(result) ? result : null;

    private static Func<Row, object?> Floored(Func<Row, object?> time, Func<Row, object?> span) => row =>
        (Cell.Number(time(row)), Cell.Number(span(row))) is ({ } milliseconds, { } length and >= 1) ? new Moment((long)(Math.Floor(milliseconds / length) * length)) : null;

    private static string? Part(object? value, object? start, object? length) => Cell.Text(value) is { } text && Cell.Number(start) is { } from and >= 0 && Cell.Number(length) is { } most and >= 0
        ? string.Concat(text.Skip((int)from).Take((int)Math.Min(most, text.Length)))
        : null;
}
