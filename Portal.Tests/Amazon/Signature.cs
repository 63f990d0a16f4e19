using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Tests.Amazon;

/// <summary>
/// Signature version 4 as AWS checks it, computed from nothing but what came over the wire.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
/// </summary>
internal static partial class Signature
{
    public static (string Scope, bool IsRight) Check(Seen seen, string secret)
    {
        var parts = Parts().Match(seen.Headers["Authorization"]).Groups;
        var scope = parts["scope"].Value;
        var signed = parts["headers"].Value;

        var headers = string.Concat(signed.Split(';').Select(name => $"{name}:{seen.Headers[name].Trim()}\n"));
        var canonical = $"{seen.Method}\n{Path(seen.Target)}\n{Query(seen.Target)}\n{headers}\n{signed}\n{Hash(seen.Body)}";
        var toSign = $"AWS4-HMAC-SHA256\n{seen.Headers["X-Amz-Date"]}\n{scope}\n{Hash(canonical)}";

        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + secret), Sign);

        return (scope, Convert.ToHexStringLower(Sign(key, toSign)) == parts["signature"].Value);
    }

    /// <summary>Each segment, as sent, is encoded once more: every service but S3 signs so.</summary>
    private static string Path(string target) => string.Join('/', target.Split('?')[0].Split('/').Select(Uri.EscapeDataString));

    private static string Query(string target) =>
        target.Split('?') is [_, var query]
            ? string.Join('&', query.Split('&').Select(pair => pair.Contains('=') ? pair : pair + "=").Order(StringComparer.Ordinal))
            : "";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    [GeneratedRegex("Credential=[^/]+/(?<scope>[^,]+), ?SignedHeaders=(?<headers>[^,]+), ?Signature=(?<signature>[0-9a-f]{64})")]
    private static partial Regex Parts();
}
