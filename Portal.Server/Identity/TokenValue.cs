using System.Buffers.Text;
using System.Security.Cryptography;
using Portal.Server.Gateway;

namespace Portal.Server.Identity;

/// <summary>The form of a personal access token: a prefix that scanners can find, and 256 random bits.</summary>
internal static class TokenValue
{
    public const string Prefix = "portal_pat_";

    public static string Make() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string value) => Digest.Of(value);
}
