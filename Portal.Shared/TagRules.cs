using System.Text.RegularExpressions;
using FluentValidation;

namespace Portal.Shared;

/// <summary>AWS's rules for tags: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-tagging.html</summary>
internal static partial class TagRules
{
    /// <summary>AWS takes 50 of a thing; one is the portal's own mark.</summary>
    private const int Most = 49;

    /// <summary>Each fault names its tag.</summary>
    public static void AreTags<T>(this IRuleBuilderInitial<T, IReadOnlyDictionary<string, string>> rule) => rule.Custom((tags, context) =>
    {
        foreach (var fault in Faults(tags))
        {
            context.AddFailure(fault);
        }
    });

    /// <summary>Null leaves them as they are.</summary>
    public static void AreTagsOrNull<T>(this IRuleBuilderInitial<T, IReadOnlyDictionary<string, string>?> rule) => rule.Custom((tags, context) =>
    {
        foreach (var fault in tags is null ? [] : Faults(tags))
        {
            context.AddFailure(fault);
        }
    });

    private static IEnumerable<string> Faults(IReadOnlyDictionary<string, string>? tags)
    {
        if (tags is null)
        {
            yield return "Tags may be none, not missing.";
            yield break;
        }

        if (tags.Count > Most)
        {
            yield return $"The portal sets at most {Most} tags of one thing: AWS takes 50, and one is the portal's mark.";
        }

        foreach (var (key, value) in tags)
        {
            var shown = key.Length <= 80 ? key : key[..79] + "…";

            if (key.Length is 0 or > 128 || !Word().IsMatch(key))
            {
                yield return $"'{shown}': a tag's key has 1 to 128 letters, digits, spaces and _ . : / = + - @";
            }
            else if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) || key.StartsWith("portal:", StringComparison.OrdinalIgnoreCase))
            {
                yield return $"'{shown}': tags that begin with aws: are AWS's, and those that begin with portal: are the portal's own.";
            }
            else if (value is null || value.Length > 256 || !Word().IsMatch(value))
            {
                yield return $"'{shown}': a tag's value has up to 256 letters, digits, spaces and _ . : / = + - @";
            }
        }
    }

    [GeneratedRegex(@"\A[\p{L}\p{Z}\p{N}_.:/=+\-@]*\z")]
    private static partial Regex Word();
}
