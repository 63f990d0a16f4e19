using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Access;

/// <summary>Signature version 4, in a header or, presigned, in the query. Its time is held against the machine's clock, as the caller's is that of its own.</summary>
internal static class Signature
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    public static void Check(HttpRequest request, CallScope scope, string secret, byte[] body, AccessErrors errors)
    {
        var said = Said.Of(request) ?? throw errors.Incomplete;
        var now = DateTimeOffset.UtcNow;
        if (said.Time.Add(said.Lifetime) < now)
        {
            throw errors.TooOld(said.Time, now);
        }

        if (said.Time > now.AddMinutes(5))
        {
            throw errors.TooNew(said.Time, now);
        }

        var date = said.Stamp[..8];
        var canonical = string.Join('\n', [request.Method, Path(request), Query(request), .. said.SignedHeaders.Select(name => $"{name}:{Header(request, name)}"), "", string.Join(';', said.SignedHeaders), Hash(body)]);
        var place = $"{date}/{scope.Region}/{scope.Service}/aws4_request";
        var toSign = $"{Algorithm}\n{said.Stamp}\n{place}\n{Hash(Encoding.UTF8.GetBytes(canonical))}";
        var key = place.Split('/').Aggregate(Encoding.UTF8.GetBytes($"AWS4{secret}"), (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
        var wanted = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
        if (!said.SignedHeaders.Contains("host") || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(wanted), Encoding.UTF8.GetBytes(said.Signature)))
        {
            throw errors.WrongSignature;
        }
    }

    /// <summary>Every segment is encoded once more than it was sent, by all services but S3.</summary>
    private static string Path(HttpRequest request) =>
        RawPath.Of(request.HttpContext) is { Length: > 0 } path ? string.Join('/', path.Split('/').Select(Uri.EscapeDataString)) : "/";

    private static string Query(HttpRequest request) => string.Join('&', request.Query
        .Where(pair => pair.Key is not "X-Amz-Signature")
        .SelectMany(pair => pair.Value.Select(value => (Name: Uri.EscapeDataString(pair.Key), Value: Uri.EscapeDataString(value ?? ""))))
        .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
        .Select(pair => $"{pair.Name}={pair.Value}"));

    private static string Header(HttpRequest request, string name) =>
        string.Join(' ', string.Join(',', request.Headers[name].Select(value => value?.Trim())).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>What the caller says of its signature.</summary>
    private sealed record Said(DateTimeOffset Time, string Stamp, TimeSpan Lifetime, IReadOnlyList<string> SignedHeaders, string Signature)
    {
        private static readonly TimeSpan Usual = TimeSpan.FromMinutes(5);

        public static Said? Of(HttpRequest request)
        {
            var header = request.Headers.Authorization.ToString();
            if (header.StartsWith(Algorithm, StringComparison.Ordinal))
            {
                var parts = header[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries)
                    .Select(part => part.Split('=', 2))
                    .Where(part => part.Length is 2)
                    .ToLookup(part => part[0], part => part[1], StringComparer.Ordinal);
                return New(request.Headers["X-Amz-Date"].ToString(), Usual, parts["SignedHeaders"].FirstOrDefault(), parts["Signature"].FirstOrDefault());
            }

            var lifetime = int.TryParse(request.Query["X-Amz-Expires"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(Math.Min(seconds, 604_800)) : Usual;
            return New(request.Query["X-Amz-Date"].ToString(), lifetime, request.Query["X-Amz-SignedHeaders"], request.Query["X-Amz-Signature"]);
        }

        private static Said? New(string stamp, TimeSpan lifetime, string? headers, string? signature) =>
            headers is { Length: > 0 } && signature is { Length: > 0 }
            && DateTimeOffset.TryParseExact(stamp, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? new(time, stamp, lifetime, headers.Split(';'), signature)
                : null;
    }
}
