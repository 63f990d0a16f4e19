using System.Text;

namespace Portal.Sandbox.Execution;

/// <summary>From binary to text and back: text is the binary in Base64.</summary>
internal static class ContentHandling
{
    /// <summary>Null if what should become binary is no Base64.</summary>
    public static byte[]? Convert(string? handling, byte[] body, bool isBinary) => handling switch
    {
        "CONVERT_TO_TEXT" when isBinary => Encoding.ASCII.GetBytes(System.Convert.ToBase64String(body)),
        "CONVERT_TO_BINARY" when !isBinary => Decoded(body),
        _ => body,
    };

    public static byte[]? Decoded(byte[] text)
    {
        var trimmed = Encoding.UTF8.GetString(text).Trim();
        var bytes = new byte[trimmed.Length];
        return System.Convert.TryFromBase64String(trimmed, bytes, out var count) ? bytes[..count] : null;
    }
}
