using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Server.Keys;

/// <summary>
/// The value of an API key, in memory only. Letters and digits, as every header and shell takes them: a prefix that scanners can find, 32 random characters (190 bits),
/// and a checksum of 6, so that a scanner need not ask anybody whether what it found is a key. The pattern is portalkey[0-9A-Za-z]{38}.
/// </summary>
internal sealed class KeyValue
{
    public const string Prefix = "portalkey";

    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int RandomLength = 32;
    private const int SumLength = 6;
    private const int Length = 47;

    private KeyValue(string text) => Text = text;

    public string Text { get; }

    public string LastFour => Text[^4..];

    public static KeyValue Make()
    {
        var body = Prefix + RandomNumberGenerator.GetString(Alphabet, RandomLength);

        return new KeyValue(body + SumOf(body));
    }

    /// <summary>Null where the text cannot be a key of ours: a letter is missing or wrong.</summary>
    public static KeyValue? Of(string text) =>
        text.Length is Length && text.StartsWith(Prefix, StringComparison.Ordinal) && text.EndsWith(SumOf(text[..^SumLength]), StringComparison.Ordinal) ? new KeyValue(text) : null;

    /// <summary>Never the value: this may end in a log.</summary>
    public override string ToString() => $"…{LastFour}";

    /// <summary>The first four bytes of the SHA-256 of what stands before, most significant first, in base 62.</summary>
    private static string SumOf(string body)
    {
        var sum = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        var digits = new char[SumLength];

        for (var at = SumLength - 1; at >= 0; at--)
        {
            (sum, var digit) = (sum / (uint)Alphabet.Length, sum % (uint)Alphabet.Length);
            digits[at] = Alphabet[(int)digit];
        }

        return new string(digits);
    }
}
