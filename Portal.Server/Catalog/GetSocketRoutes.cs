using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog.Documents.WebSockets;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class GetSocketRoutesHandler(PortalDb db) : IHandler<GetSocketRoutes, SocketRoutesView>
{
    public async Task<Answer<SocketRoutesView>> HandleAsync(GetSocketRoutes request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!await db.Set<Api>().AnyAsync(api => api.Id == request.ApiId && api.Protocol == Protocol.WebSocket, cancellationToken))
        {
            return Refusals.OfOtherProtocol("Only WebSocket APIs have routes that messages name; others have operations: GET /apis/{id}/routes.");
        }

        return await db.RevisionAsync(request.ApiId, request.Number, cancellationToken) is { } revision
            ? SocketRouteTable.Of(ApiRevision.Read(revision.Text), revision.Number)
            : Refusals.NoSuchRevision;
    }
}
