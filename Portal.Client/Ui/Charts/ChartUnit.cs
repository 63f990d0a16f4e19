using System.Diagnostics;
using System.Globalization;

namespace Portal.Client.Ui.Charts;

/// <summary>What the values of a chart are, and so how they are written.</summary>
public enum ChartUnit
{
    /// <summary>Things that were counted.</summary>
    Count,

    /// <summary>0 to 100.</summary>
    Percent,

    Milliseconds,
}

internal static class ChartUnits
{
    /// <summary>For an axis or a tip: three digits, 1.2k, 250 ms, 1.5 s, 0.04 %.</summary>
    public static string Words(this ChartUnit unit, double value) => unit switch
    {
        ChartUnit.Count => Short(value),
        ChartUnit.Percent => $"{Digits(value)} %",
        ChartUnit.Milliseconds when value >= 1000 => $"{Digits(value / 1000)} s",
        ChartUnit.Milliseconds => $"{Digits(value)} ms",
        _ => throw new UnreachableException(),
    };

    /// <summary>For a table, whose head names the unit.</summary>
    public static string Plain(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "";

    public static string Name(this ChartUnit unit) => unit switch
    {
        ChartUnit.Count => "",
        ChartUnit.Percent => "%",
        ChartUnit.Milliseconds => "ms",
        _ => throw new UnreachableException(),
    };

    private static string Short(double value) => value switch
    {
        >= 1_000_000_000 => $"{Digits(value / 1_000_000_000)}G",
        >= 1_000_000 => $"{Digits(value / 1_000_000)}M",
        >= 10_000 => $"{Digits(value / 1000)}k",
        _ => Digits(value),
    };

    private static string Digits(double value) => value switch
    {
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("0.##", CultureInfo.InvariantCulture),
    };
}
