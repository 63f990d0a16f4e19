namespace Portal.Server.Catalog.Documents;

/// <summary>Ends the reading of a document from deep inside it; <see cref="DocumentReader"/> makes an outcome of it, so it never leaves the room.</summary>
internal sealed class UnreadableException(string sentence, int? place, string? pointer = null) : Exception(sentence)
{
    /// <summary>An offset into the text.</summary>
    public int? Place => place;

    public string? Pointer => pointer;
}
