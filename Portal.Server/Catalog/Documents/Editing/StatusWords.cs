using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>An answer must be described; where nobody did, the status says what it is.</summary>
internal static class StatusWords
{
    public static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);

    public static string Of(string status) =>
        int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && ReasonPhrases.GetReasonPhrase(code) is { Length: > 0 } words ? words : $"Status {status}";
}
