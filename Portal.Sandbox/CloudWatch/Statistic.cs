using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Sandbox.CloudWatch;

/// <summary>
/// What is asked of a span of values: one of the five plain statistics, a percentile such as <c>p99.9</c>, or one of the values between two bounds,
/// such as <c>tm95</c>, <c>tc(10%:90%)</c>, <c>pr(:300)</c>.
/// </summary>
internal sealed partial record Statistic(string Name, Func<Distribution, double?> Of)
{
    /// <summary>Whether it is one of the plain five; alarms name the others elsewhere.</summary>
    public bool IsPlain => Name is "SampleCount" or "Sum" or "Average" or "Minimum" or "Maximum";

    public static Statistic? Find(string? name) => name switch
    {
        null => null,
        "SampleCount" => new(name, values => values.Count),
        "Sum" => new(name, values => values.Sum),
        "Average" => new(name, values => values.Count > 0 ? values.Sum / values.Count : null),
        "Minimum" => new(name, values => values.Minimum),
        "Maximum" => new(name, values => values.Maximum),
        "IQM" or "iqm" => new(name, values => Bounds.Percents(25, 75).Mean(values)),
        ['p', .. var text] when double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100 =>
            new(name, values => values.Percentile(percent)),
        _ => Trimmed().Match(name) is { Success: true } match && BoundsOf(match) is { } bounds ? Bounded(name, match.Groups["kind"].Value.ToUpperInvariant(), bounds) : null,
    };

    private static Statistic? Bounded(string name, string kind, Bounds bounds) => kind switch
    {
        "TM" => new(name, bounds.Mean),
        "WM" => new(name, bounds.WinsorizedMean),
        "TC" => new(name, bounds.Count),
        "TS" => new(name, bounds.Sum),
        "PR" when !bounds.ArePercents => new(name, bounds.Rank),
        _ => null,
    };

    private static Bounds? BoundsOf(Match match)
    {
        if (match.Groups["percent"] is { Success: true } percent)
        {
            return Number(percent) is >= 0 and <= 100 and var number ? Bounds.Percents(0, number) : null;
        }

        var (from, to) = (Number(match.Groups["from"]), Number(match.Groups["to"]));
        if (match.Value.Contains('%', StringComparison.Ordinal))
        {
            return (from ?? 0, to ?? 100) is ( >= 0, <= 100) percents && percents.Item1 < percents.Item2 && match.Groups["mark"].Captures.Count == match.Groups["from"].Captures.Count + match.Groups["to"].Captures.Count
                ? Bounds.Percents(percents.Item1, percents.Item2)
                : null;
        }

        return from is null && to is null ? null : Bounds.Values(from ?? double.NegativeInfinity, to ?? double.PositiveInfinity);
    }

    private static double? Number(Group group) => group.Success ? double.Parse(group.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\A(?<kind>tm|wm|tc|ts|TM|WM|TC|TS|pr|PR)(?:(?<percent>\d+(?:\.\d+)?)|\((?:(?<from>\d+(?:\.\d+)?)(?<mark>%)?)?:(?:(?<to>\d+(?:\.\d+)?)(?<mark>%)?)?\))\z")]
    private static partial Regex Trimmed();
}
