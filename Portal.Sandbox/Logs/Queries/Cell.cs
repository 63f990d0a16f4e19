using System.Globalization;

namespace Portal.Sandbox.Logs.Queries;

/// <summary>A moment in milliseconds since 1970; shown as Logs Insights shows times.</summary>
internal readonly record struct Moment(long Milliseconds)
{
    public override string ToString() => DateTimeOffset.FromUnixTimeMilliseconds(Milliseconds).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
}

/// <summary>
/// What a field may hold: a text, a number, a truth or a moment; null is what is not there. A text that looks like a number is one where a number is wanted,
/// because formats of access logs often quote numbers.
/// </summary>
internal static class Cell
{
    public static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool truth => truth ? "1" : "0",
        _ => value.ToString(),
    };

    public static double? Number(object? value) => value switch
    {
        double number => number,
        bool truth => truth ? 1 : 0,
        Moment moment => moment.Milliseconds,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => null,
    };

    public static bool Truth(object? value) => value switch
    {
        null => false,
        bool truth => truth,
        string text => text is not "" and not "0" && !text.Equals("false", StringComparison.OrdinalIgnoreCase),
        _ => Number(value) is not (null or 0),
    };

    /// <summary>As numbers where both are, else as texts.</summary>
    public static int Compare(object left, object right) => (Number(left), Number(right)) is ({ } one, { } other) && !(left is string && right is string && Text(left) == Text(right))
        ? one.CompareTo(other)
        : string.CompareOrdinal(Text(left), Text(right));

    public static bool Same(object? left, object? right) => (left, right) is ({ } one, { } other) && Compare(one, other) is 0;
}
