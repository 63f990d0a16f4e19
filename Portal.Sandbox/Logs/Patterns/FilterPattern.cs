using System.Text.RegularExpressions;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Logs.Patterns;

/// <summary>
/// What FilterLogEvents looks for: terms (<c>ERROR -timeout "not found" ?a ?b %re%</c>) or conditions on the fields of JSON (<c>{ $.status = 429 }</c>).
/// </summary>
internal static class FilterPattern
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(100);

    public static AwsError Invalid => LogsErrors.Invalid("Invalid filter pattern");

    public static Func<string, bool> Parse(string pattern) => pattern.Trim() switch
    {
        "" => _ => true,
        ['{', .. var condition, '}'] => JsonPattern.Parse(condition),
        ['[', .. _] => throw LogsErrors.Invalid("Invalid filter pattern: the sandbox does not know patterns of space-delimited fields yet"),
        var terms => TermPattern.Parse(terms),
    };

    /// <summary>A regular expression between percent signs. One that takes too long matches nothing.</summary>
    public static Func<string, bool> Expression(string text)
    {
        try
        {
            Regex regex = new(text, RegexOptions.CultureInvariant, LongestMatch);
            return value =>
            {
                try
                {
                    return regex.IsMatch(value);
                }
                catch (RegexMatchTimeoutException)
                {
                    return false;
                }
            };
        }
        catch (ArgumentException)
        {
            throw Invalid;
        }
    }
}
