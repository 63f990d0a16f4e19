using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Portal.Sandbox.State;

/// <summary>
/// What is kept by the hundred thousand is read by hand, because a start is made of little else, and the serializer puts the members of each thing into an array before it makes
/// anything of them. What recurs ("GET", "NONE") is one text for all.
/// </summary>
internal static class PartReading
{
    /// <summary>Compiled once and well: in a start nothing runs long enough to be compiled better bit by bit, and trying that takes as long as the reading.</summary>
    public const MethodImplOptions Once = MethodImplOptions.AggressiveOptimization;

    public delegate T Reads<out T>(ref Utf8JsonReader reader);

    /// <summary>The name of the next member, whose value the reader then stands at; null at the end of the object.</summary>
    [MethodImpl(Once)]
    public static string? Member(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is not JsonTokenType.PropertyName)
        {
            return null;
        }

        var name = Recurring(ref reader);
        reader.Read();
        return name;
    }

    [MethodImpl(Once)]
    public static Map<T> Entries<T>(ref Utf8JsonReader reader, Reads<T> read)
    {
        List<KeyValuePair<string, T>> pairs = [];
        while (Member(ref reader) is { } name)
        {
            pairs.Add(new(name, read(ref reader)));
        }

        return Map<T>.Of(pairs);
    }

    public static string[] Texts(ref Utf8JsonReader reader)
    {
        List<string> texts = [];
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            texts.Add(Recurring(ref reader));
        }

        return [.. texts];
    }

    public static bool Flag(ref Utf8JsonReader reader) => reader.GetBoolean();

    public static string Recurring(ref Utf8JsonReader reader) => Words.Pooled(ref reader);
}
