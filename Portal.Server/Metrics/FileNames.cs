namespace Portal.Server.Metrics;

internal static class FileNames
{
    /// <summary>What stands in the names of things, as letters that every file system takes: "pet-shop-dev-20260302-1200.csv".</summary>
    public static string Of(string api, string stage, DateTimeOffset from)
    {
        var letters = $"{api}-{stage}".ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        var words = string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries);

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{string.Join('-', words)}-{from.UtcDateTime:yyyyMMdd-HHmm}.csv");
    }
}
