using Portal.Server.Catalog.Documents;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class GetRoutesHandler(PortalDb db) : IHandler<GetRoutes, RoutesView>
{
    public async Task<Answer<RoutesView>> HandleAsync(GetRoutes request, CurrentUser user, CancellationToken cancellationToken) =>
        await db.RevisionAsync(request.ApiId, request.Number, cancellationToken) is { } revision
            ? RouteTable.Of(ApiRevision.Read(revision.Text)).ToView(revision.Number)
            : Refusals.NoSuchRevision;
}
