using System.Globalization;

namespace Portal.Sandbox.CloudWatch;

/// <summary>What is asked of a span of values: one of the five plain statistics, or a percentile such as <c>p99.9</c>.</summary>
internal sealed record Statistic(string Name, Func<Distribution, double?> Of)
{
    public static Statistic? Find(string? name) => name switch
    {
        "SampleCount" => new(name, values => values.Count),
        "Sum" => new(name, values => values.Sum),
        "Average" => new(name, values => values.Count > 0 ? values.Sum / values.Count : null),
        "Minimum" => new(name, values => values.Minimum),
        "Maximum" => new(name, values => values.Maximum),
        ['p', .. var text] when double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100 =>
            new(name, values => values.Percentile(percent)),
        _ => null,
    };
}
