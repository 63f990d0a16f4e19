using Portal.Shared;

namespace Portal.Server.Catalog.Documents;

/// <summary>RFC 6901: how the place of a node in a document is named, "/paths/~1pets/get".</summary>
internal static class JsonPointer
{
    public static string Of(params ReadOnlySpan<string> names)
    {
        var pointer = "";

        foreach (var name in names)
        {
            pointer += "/" + PointerName.Escaped(name);
        }

        return pointer;
    }

    /// <summary>The names along the way, or null if the text is no JSON pointer.</summary>
    public static IReadOnlyList<string>? Parse(string pointer)
    {
        if (pointer is "")
        {
            return [];
        }

        if (pointer[0] is not '/')
        {
            return null;
        }

        var names = pointer[1..].Split('/');

        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Replace("~0", "", StringComparison.Ordinal).Replace("~1", "", StringComparison.Ordinal).Contains('~', StringComparison.Ordinal))
            {
                return null;
            }

            names[i] = PointerName.Unescaped(names[i]);
        }

        return names;
    }
}
