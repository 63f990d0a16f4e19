using Portal.Server.Catalog.Documents;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>A document that was brought and could be read, with where it came from.</summary>
/// <param name="Document">As it was read.</param>
/// <param name="Source">How it was brought.</param>
/// <param name="Name">The file's name or the URL without its query, which may hold a secret.</param>
internal sealed record IncomingDocument(SourceDocument Document, RevisionSource Source, string? Name);
