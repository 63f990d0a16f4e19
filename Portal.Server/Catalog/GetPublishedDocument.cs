using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class GetPublishedDocumentHandler(PublishedApis apis) : IHandler<GetPublishedDocument, PublishedDocument>
{
    public async Task<Answer<PublishedDocument>> HandleAsync(GetPublishedDocument request, CurrentUser user, CancellationToken cancellationToken) =>
        (await apis.FindAsync(request.Api, user, cancellationToken)).Then<PublishedDocument>(api =>
            new PublishedDocument { FileName = $"{api.Entry.Slug}.json", Json = api.Document.ToPublicJson(api.Entry.BaseUrls) });
}
