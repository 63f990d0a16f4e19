using System.Globalization;

namespace Portal.Client.Ui;

/// <summary>Sizes in words.</summary>
internal static class Sizes
{
    /// <summary>As in "840 bytes", "23 kB", "1.7 MB".</summary>
    public static string Words(long bytes) => bytes switch
    {
        1 => "1 byte",
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:N0} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:N1} MB"),
    };
}
