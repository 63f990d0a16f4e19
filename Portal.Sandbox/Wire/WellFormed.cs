using System.Text.Json;
using System.Text.Unicode;

namespace Portal.Sandbox.Wire;

/// <summary>Refuses text that no handler could read: bytes that are no UTF-8, and halves of characters that JSON lets through until somebody reads them.</summary>
internal static class WellFormed
{
    public static void Check(ReadOnlyMemory<byte> input)
    {
        if (!Utf8.IsValid(input.Span))
        {
            throw Refusal;
        }

        if (input.Span.IndexOf("\\ud"u8) >= 0 || input.Span.IndexOf("\\uD"u8) >= 0)
        {
            Read(input.Span);
        }
    }

    private static AwsError Refusal => AwsError.Serialization("The body is not well-formed UTF-8");

    private static void Read(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                {
                    reader.GetString();
                }
            }
        }
        catch (InvalidOperationException)
        {
            throw Refusal;
        }
        catch (JsonException)
        {
            // No JSON, or none that is taken: whoever reads it will say so.
        }
    }
}
