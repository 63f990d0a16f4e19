using Portal.Server.Catalog.Documents.Reference;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>Finds a published API by its name in addresses, with its document; what one may not see is not found.</summary>
internal sealed class PublishedApis(CatalogEntries entries, ReferenceDocuments documents)
{
    public async Task<Answer<PublishedApi>> FindAsync(string slug, CurrentUser user, CancellationToken cancellationToken) =>
        await entries.FindAsync(slug, user, cancellationToken) is { } seen
            ? new PublishedApi(seen.Entry, await documents.OfAsync(seen.RevisionId, cancellationToken))
            : Refusals.NotInCatalog;
}

/// <param name="Entry">What is said of it.</param>
/// <param name="Document">The revision that developers call.</param>
internal sealed record PublishedApi(CatalogEntry Entry, ReferenceDocument Document)
{
    public ReferenceOutline Outline => new() { Entry = Entry, Groups = Document.Groups, IsOnePage = Document.IsOnePage };

    public string? BaseUrl => Entry.BaseUrls is [var first, ..] ? first : null;
}
