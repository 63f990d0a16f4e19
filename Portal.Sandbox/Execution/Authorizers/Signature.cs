using System.Globalization;
using System.Text;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Execution.Authorizers;

/// <summary>A signature of version 4 as a call bears it.</summary>
internal sealed record Signature(string AccessKey, string Scope, IReadOnlyList<string> SignedHeaders, string Value, string Date, bool IsPresigned, int? Expires)
{
    public const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    private const string Algorithm = "AWS4-HMAC-SHA256";

    public bool IsWellFormed => AccessKey is not "" && Value is not "" && SignedHeaders is not [] && Scope.Split('/') is [_, _, _, "aws4_request"];

    /// <summary>Whether it says when it was made, and its scope says the same.</summary>
    public bool IsDated =>
        DateTimeOffset.TryParseExact(Date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
        && Date.StartsWith(Scope.Split('/')[0], StringComparison.Ordinal);

    /// <summary>Null if the call bears none at all.</summary>
    public static Signature? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Algorithm, StringComparison.Ordinal))
        {
            var parts = header[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries)
                .Select(part => part.Split('=', 2)).Where(pair => pair.Length is 2).DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => pair[1]);
            return Of(name => parts.GetValueOrDefault(name) ?? "", request.Headers["x-amz-date"].ToString(), false, null);
        }

        if (!request.Query.ContainsKey("X-Amz-Signature"))
        {
            return null;
        }

        return Of(name => request.Query[$"X-Amz-{name}"].ToString(), request.Query["X-Amz-Date"].ToString(), true, int.TryParse(request.Query["X-Amz-Expires"], out var seconds) ? seconds : 0);
    }

    /// <summary>What was signed.</summary>
    public string CanonicalRequest(HttpContext context, string bodyHash)
    {
        var request = context.Request;
        // Of execute-api the path is encoded once more than it was sent.
        var path = string.Join('/', RawPath.Of(context).Split('/').Select(Encoded));
        var query =
            from pair in (request.QueryString.Value ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            let parts = pair.Split('=', 2)
            let name = Encoded(Uri.UnescapeDataString(parts[0]))
            where name is not "X-Amz-Signature"
            let value = Encoded(Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? ""))
            orderby name, value
            select $"{name}={value}";
        StringBuilder headers = new();
        foreach (var name in SignedHeaders)
        {
            headers.Append(CultureInfo.InvariantCulture, $"{name}:{string.Join(',', request.Headers[name].Select(value => string.Join(' ', (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))))}\n");
        }

        return $"{request.Method}\n{path}\n{string.Join('&', query.Order(StringComparer.Ordinal))}\n{headers}\n{string.Join(';', SignedHeaders)}\n{bodyHash}";
    }

    private static Signature Of(Func<string, string> part, string date, bool isPresigned, int? expires)
    {
        var credential = part("Credential").Split('/', 2);
        return new(credential[0], credential.ElementAtOrDefault(1) ?? "", part("SignedHeaders").Split(';', StringSplitOptions.RemoveEmptyEntries), part("Signature"), date, isPresigned, expires);
    }

    private static string Encoded(string text) => Uri.EscapeDataString(text);
}
