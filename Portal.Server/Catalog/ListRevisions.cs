using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class ListRevisionsHandler(PortalDb db) : IHandler<ListRevisions, Page<RevisionView>>
{
    public async Task<Answer<Page<RevisionView>>> HandleAsync(ListRevisions request, CurrentUser user, CancellationToken cancellationToken) => new Page<RevisionView>
    {
        Items = await db.Revisions(request.ApiId)
            .OrderByDescending(revision => revision.Number)
            .Skip(request.Skip)
            .Take(request.Take)
            .ToListAsync(cancellationToken),
        Total = await db.Revisions(request.ApiId).CountAsync(cancellationToken),
    };
}
