using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class GetRevisionHandler(PortalDb db) : IHandler<GetRevision, RevisionText>
{
    public async Task<Answer<RevisionText>> HandleAsync(GetRevision request, CurrentUser user, CancellationToken cancellationToken) =>
        await db.RevisionAsync(request.ApiId, request.Number, cancellationToken) is { } revision
            ? new RevisionText { Revision = await db.Revisions(request.ApiId).SingleAsync(view => view.Id == revision.Id, cancellationToken), Text = revision.Text }
            : Refusals.NoSuchRevision;
}
