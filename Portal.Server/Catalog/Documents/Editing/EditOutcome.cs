namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>What came of an edit: the document with it, or the reason why not.</summary>
internal abstract record EditOutcome
{
    private EditOutcome()
    {
    }

    internal sealed record Edited(SourceDocument Document) : EditOutcome;

    internal sealed record Refused(string Sentence) : EditOutcome;
}

/// <summary>Ends an edit from deep inside it; <see cref="DocumentEditor"/> makes an outcome of it, so it never leaves the room.</summary>
internal sealed class EditRefusedException(string sentence) : Exception(sentence)
{
    private const int MostNamed = 5;

    /// <summary>A few names for such a sentence, and how many more there are.</summary>
    public static string Some(IReadOnlyList<string> names) => string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? $" and {names.Count - MostNamed} more" : "");
}
