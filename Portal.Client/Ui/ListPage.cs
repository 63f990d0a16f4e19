using System.Globalization;

namespace Portal.Client.Ui;

/// <summary>Which page of a list is shown, as its address says it: what is said wrongly counts as not said, and the first needs no words.</summary>
internal static class ListPage
{
    private const int Most = 100_000;

    public static int Of(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= Most ? number : 1;

    /// <summary>Null for the first.</summary>
    public static string? Word(int page) => page is 1 ? null : page.ToString(CultureInfo.InvariantCulture);
}
