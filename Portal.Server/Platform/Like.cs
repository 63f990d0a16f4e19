namespace Portal.Server.Platform;

/// <summary>Patterns for a search in the database, in which what a person typed stands for itself.</summary>
internal static class Like
{
    public const string Escape = "\\";

    /// <summary>For what holds this text anywhere. The brackets are SQL Server's.</summary>
    public static string Holding(string text)
    {
        var escaped = text
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal);

        return $"%{escaped}%";
    }
}
