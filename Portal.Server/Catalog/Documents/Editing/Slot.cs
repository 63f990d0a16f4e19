namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Where a value stands in the text, which decides how another one is written in its place.</summary>
internal abstract record Slot
{
    private Slot()
    {
    }

    /// <summary>In brackets, or as the root.</summary>
    internal sealed record InFlow(bool IsOneLine) : Slot;

    /// <summary>By indentation, after a key's colon that ends at <paramref name="After"/>.</summary>
    internal sealed record AfterKey(int After, string Indent) : Slot;

    /// <summary>By indentation, after a list's dash that ends at <paramref name="After"/>.</summary>
    internal sealed record AfterDash(int After, string Indent) : Slot;
}

/// <summary>A member of an object or an item of a list in the text, from its key or dash to the end of its value.</summary>
internal readonly record struct Part(int Start, int End);
