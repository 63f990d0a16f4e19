using System.Diagnostics;
using Portal.Server.Catalog.Documents;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>Takes in a document, wherever it comes from.</summary>
internal sealed class DocumentIntake(DocumentFetcher fetcher)
{
    public async Task<Answer<IncomingDocument>> TakeAsync(DocumentSource source, CancellationToken cancellationToken)
    {
        if (source.Url is { } url)
        {
            return await FetchAsync(new Uri(url), cancellationToken);
        }

        return source.File is { } file
            ? Of(SourceDocument.Read(file.Span), RevisionSource.Upload, source.FileName)
            : Of(SourceDocument.Read(source.Text ?? ""), RevisionSource.Paste, null);
    }

    private async Task<Answer<IncomingDocument>> FetchAsync(Uri url, CancellationToken cancellationToken) => await fetcher.FetchAsync(url, cancellationToken) switch
    {
        FetchOutcome.Fetched fetched => Of(SourceDocument.Read(fetched.Bytes), RevisionSource.Url, $"{url.Scheme}://{url.Authority}{url.AbsolutePath}"),
        FetchOutcome.Refused refused => Refusals.NotFetched(refused.Sentence),
        _ => throw new UnreachableException(),
    };

    private static Answer<IncomingDocument> Of(ReadOutcome outcome, RevisionSource source, string? name) => outcome switch
    {
        ReadOutcome.Read read => new IncomingDocument(read.Document, source, Shortened(name)),
        ReadOutcome.Unreadable unreadable => Refusals.Unreadable(unreadable),
        _ => throw new UnreachableException(),
    };

    private static string? Shortened(string? name) => name is { Length: > ApiRevision.LongestSourceName } ? name[..(ApiRevision.LongestSourceName - 1)] + "…" : name;
}
