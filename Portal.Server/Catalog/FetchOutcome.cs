namespace Portal.Server.Catalog;

/// <summary>What came of fetching a document by its URL.</summary>
internal abstract record FetchOutcome
{
    private FetchOutcome()
    {
    }

    /// <summary>The file as it was served, and the address at the end of the redirects.</summary>
    internal sealed record Fetched(byte[] Bytes, Uri Address) : FetchOutcome;

    internal sealed record Refused(string Sentence) : FetchOutcome;
}
