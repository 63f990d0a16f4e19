using Portal.Server.Catalog.Documents;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class GetGatewayResponsesHandler(PortalDb db) : IHandler<GetGatewayResponses, GatewayResponsesView>
{
    public async Task<Answer<GatewayResponsesView>> HandleAsync(GetGatewayResponses request, CurrentUser user, CancellationToken cancellationToken) =>
        await db.RevisionAsync(request.ApiId, request.Number, cancellationToken) is { } revision
            ? GatewayResponses.Of(ApiRevision.Read(revision.Text), revision.Number)
            : Refusals.NoSuchRevision;
}
