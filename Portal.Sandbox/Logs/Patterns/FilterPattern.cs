using System.Text.RegularExpressions;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Logs.Patterns;

/// <summary>
/// What FilterLogEvents looks for: terms (<c>ERROR -timeout "not found" ?a ?b %re%</c>) conditions on the fields of JSON (<c>{ $.status = 429 }</c>),
/// or on fields between spaces (<c>[ip, user, ..., status = 4*]</c>).
/// </summary>
internal static class FilterPattern
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(100);

    public static AwsError Invalid => LogsErrors.Invalid("Invalid filter pattern");

    public static Func<string, bool> Parse(string pattern) => pattern.Trim() switch
    {
        "" => _ => true,
        ['{', .. var condition, '}'] => JsonPattern.Parse(condition),
        ['[', .. var fields, ']'] => SpacePattern.Parse(fields),
        ['[', ..] => throw Invalid,
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
