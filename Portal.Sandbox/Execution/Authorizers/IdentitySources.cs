using System.Text.RegularExpressions;

namespace Portal.Sandbox.Execution.Authorizers;

/// <summary>By what an authorizer knows a caller.</summary>
internal static class IdentitySources
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(200);

    /// <summary>The values of all sources; null if one is missing, and then nobody is asked.</summary>
    public static IReadOnlyList<string>? Values(Exchange exchange, string? sources)
    {
        List<string> values = [];
        foreach (var source in (sources ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Mapping.Value(exchange, source) is not { Length: > 0 } value)
            {
                return null;
            }

            values.Add(value);
        }

        return values;
    }

    /// <summary>Whether a token has the form that the authorizer wants.</summary>
    public static bool Fit(string? expression, string token)
    {
        try
        {
            return string.IsNullOrEmpty(expression) || Regex.IsMatch(token, $@"\A(?:{expression})\z", RegexOptions.CultureInvariant, LongestMatch);
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
