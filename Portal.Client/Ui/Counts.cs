using System.Globalization;
using Portal.Client.Ui.Charts;

namespace Portal.Client.Ui;

/// <summary>How many there are, with their name: "1 call", "2 calls".</summary>
internal static class Counts
{
    /// <param name="count">How many.</param>
    /// <param name="one">What one is called.</param>
    /// <param name="many">What more are called, where that is not the same with an s.</param>
    public static string Words(long count, string one, string? many = null) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {Name(count, one, many)}";

    /// <summary>As charts say it, which is short: "1.2k calls".</summary>
    public static string Short(double count, string one, string? many = null) => $"{ChartUnit.Count.Words(count)} {Name(count, one, many)}";

    /// <summary>What they are called, where their number stands elsewhere.</summary>
    public static string Name(double count, string one, string? many = null) => count is 1 ? one : many ?? one + "s";
}
