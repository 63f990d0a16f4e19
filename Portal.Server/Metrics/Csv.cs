using System.Globalization;
using System.Text;

namespace Portal.Server.Metrics;

/// <summary>Lines of comma-separated values (RFC 4180) that a spreadsheet opens without running anything in them.</summary>
internal sealed class Csv
{
    private readonly StringBuilder _text = new();

    public Csv(params IEnumerable<string> heads) => Line(heads);

    public void Line(params IEnumerable<object?> cells) => _text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    public override string ToString() => _text.ToString();

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => Quoted(text),
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quoted($"{value}"),
    };

    /// <summary>What begins like a formula is one to a spreadsheet; an apostrophe makes it a text.</summary>
    private static string Quoted(string text)
    {
        var harmless = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;

        return harmless.AsSpan().IndexOfAny(",\"\r\n") < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
