using Portal.Server.Catalog.Documents;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class GetCorsHandler(PortalDb db) : IHandler<GetCors, BrowsersView>
{
    public async Task<Answer<BrowsersView>> HandleAsync(GetCors request, CurrentUser user, CancellationToken cancellationToken) =>
        await db.RevisionAsync(request.ApiId, request.Number, cancellationToken) is { } revision
            ? Browsers.Of(ApiRevision.Read(revision.Text), revision.Number)
            : Refusals.NoSuchRevision;
}
