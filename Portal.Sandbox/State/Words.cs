using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Portal.Sandbox.State;

/// <summary>One string object for equal short strings. A slot forgets its word when another one comes, so hostile input cannot make it grow.</summary>
internal static class Words
{
    private const int Longest = 120;

    private static readonly string?[] Slots = new string?[4096];

    public static string Pooled(string word)
    {
        if (word.Length > Longest)
        {
            return word;
        }

        ref var slot = ref Slots[string.GetHashCode(word, StringComparison.Ordinal) & (Slots.Length - 1)];
        var held = slot;
        return held == word ? held : slot = word;
    }

    /// <summary>The text or name at which a reader stands; no new text is made where there is one already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static string Pooled(ref Utf8JsonReader reader)
    {
        // Of valid UTF-8 a text has no more characters than bytes.
        if (reader.HasValueSequence || reader.ValueSpan.Length > Longest)
        {
            return reader.GetString() ?? "";
        }

        Span<char> copy = stackalloc char[Longest];
        var word = copy[..reader.CopyString(copy)];
        ref var slot = ref Slots[string.GetHashCode(word, StringComparison.Ordinal) & (Slots.Length - 1)];
        var held = slot;
        return held is not null && word.SequenceEqual(held) ? held : slot = new(word);
    }

    public static string? PooledOrNull(string? word) => word is null ? null : Pooled(word);
}
