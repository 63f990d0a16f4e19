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

    public static string? PooledOrNull(string? word) => word is null ? null : Pooled(word);
}
