using System.Text.RegularExpressions;

namespace Portal.Shared.Catalog;

/// <summary>Regular expressions that are typed.</summary>
internal static class Patterns
{
    public static bool IsPattern(string? pattern)
    {
        if (string.IsNullOrEmpty(pattern))
        {
            return false;
        }

        try
        {
            _ = Regex.IsMatch("", pattern, RegexOptions.NonBacktracking);

            return true;
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            // What looks behind or ahead is a regular expression too, only not one that is safe to try here.
            return wrong is NotSupportedException;
        }
    }
}
