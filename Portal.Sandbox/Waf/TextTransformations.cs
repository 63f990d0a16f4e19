using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Sandbox.Waf;

/// <summary>What statements do to a text before they look at it, against callers who write the same in another way.</summary>
internal static partial class TextTransformations
{
    /// <summary>Null for one that is not known.</summary>
    public static Func<string, string>? Find(string type) => type switch
    {
        "NONE" => text => text,
        "LOWERCASE" => text => text.ToLowerInvariant(),
        "URL_DECODE" => text => Encoding.Latin1.GetString(System.Net.WebUtility.UrlDecodeToBytes(Encoding.Latin1.GetBytes(text), 0, text.Length)),
        "COMPRESS_WHITE_SPACE" => text => Spaces().Replace(text, " "),
        "REMOVE_NULLS" => text => text.Replace("\0", "", StringComparison.Ordinal),
        "HTML_ENTITY_DECODE" => System.Net.WebUtility.HtmlDecode,
        "BASE64_DECODE" => Decoded,
        _ => null,
    };

    private static string Decoded(string text)
    {
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var length) ? Encoding.Latin1.GetString(buffer, 0, length) : text;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
