namespace Portal.Server.Catalog.Documents;

/// <summary>What came of reading a text: a document, or the reason why it is none.</summary>
internal abstract record ReadOutcome
{
    private ReadOutcome()
    {
    }

    internal sealed record Read(SourceDocument Document) : ReadOutcome;

    /// <summary>A sentence for the person who brought the text, and its place as far as it has one: line and column from 1, or a JSON pointer.</summary>
    internal sealed record Unreadable(string Sentence, int? Line, int? Column, string? Pointer) : ReadOutcome
    {
        /// <summary>The sentence with its place before it: "Line 3, column 7: ...".</summary>
        public string WithPlace => (Line, Column) switch
        {
            ({ } line, { } column) => $"Line {line}, column {column}: {Sentence}",
            ({ } line, null) => $"Line {line}: {Sentence}",
            _ => Sentence,
        };
    }
}
