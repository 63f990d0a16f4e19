namespace Portal.Client.Ui;

/// <summary>What somebody typed into a field.</summary>
internal static class Typed
{
    /// <summary>Without blanks around it; null where nothing is left.</summary>
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
