using System.Security.Cryptography;
using System.Text;

namespace Portal.Server.Gateway;

/// <summary>SHA-256 of a text, in lower-case hex.</summary>
internal static class Digest
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
