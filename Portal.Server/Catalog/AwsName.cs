using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;

namespace Portal.Server.Catalog;

/// <summary>The name that an API bears in AWS: small ASCII letters, digits and dashes, given once and never again.</summary>
internal static class AwsName
{
    /// <summary>Room is left for a number behind it.</summary>
    private const int Longest = 80;

    /// <summary>The name itself, or with the first number behind it that is free.</summary>
    public static async Task<string> FreeAsync(PortalDb db, string name, CancellationToken cancellationToken)
    {
        var slug = Of(name);
        var numbered = slug + "-";
        var taken = await db.Set<Api>()
            .Where(api => api.AwsName == slug || api.AwsName.StartsWith(numbered))
            .Select(api => api.AwsName)
            .ToListAsync(cancellationToken);

        return Enumerable.Range(1, taken.Count + 1)
            .Select(number => number is 1 ? slug : string.Create(CultureInfo.InvariantCulture, $"{numbered}{number}"))
            .First(free => !taken.Contains(free));
    }

    /// <summary>"Pétstore  API v2" becomes "petstore-api-v2"; a name without a letter of ASCII becomes "api".</summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder();

        foreach (var letter in name.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(char.ToLowerInvariant(letter));
            }
            else if (slug is { Length: > 0 } && slug[^1] is not '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString(0, Math.Min(slug.Length, Longest)).Trim('-');

        return text is "" ? "api" : text;
    }
}
