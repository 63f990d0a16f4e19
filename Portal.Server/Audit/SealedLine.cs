using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Portal.Server.Audit;

/// <summary>
/// A line of the trail with its seal. Its hash covers what it says, its number and the hash of the line before; the signature covers the hash.
/// So nothing in it can be changed, taken out or put in without the key, and the key is not in the database.
/// </summary>
internal sealed record SealedLine
{
    /// <summary>What stands for the hash before the first line.</summary>
    public const string Beginning = "";

    /// <summary>From 1, without a gap.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid By { get; init; }

    public required string Deed { get; init; }

    public required string Subject { get; init; }

    public required string? Detail { get; init; }

    /// <summary>SHA-256, 64 hex digits.</summary>
    public required string Hash { get; init; }

    /// <summary>The id of the key that signed.</summary>
    public required string Key { get; init; }

    /// <summary>ECDSA over the hash, Base64.</summary>
    public required string Signature { get; init; }

    /// <summary>What the hash must be after the line before.</summary>
    public string HashAfter(string previous)
    {
        // An array of texts: each has its quotes and escapes, so that no two different lines write the same bytes.
        var said = JsonSerializer.Serialize(
            [previous, $"{Number}", At.ToUniversalTime().ToString("O", System.Globalization.CultureInfo.InvariantCulture), $"{By}", Deed, Subject, Detail],
            AuditJson.Default.StringArray);

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)));
    }

    /// <summary>One line of JSON.</summary>
    public string ToText() => JsonSerializer.Serialize(this, AuditJson.Default.SealedLine);

    /// <summary>Null where the text is no sealed line, or not as one is written: what means the same is still another text.</summary>
    public static SealedLine? Of(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, AuditJson.Default.SealedLine) is { } line && line.ToText() == text ? line : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
