using Portal.Server.Catalog.Documents;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class GetSecurityHandler(PortalDb db) : IHandler<GetSecurity, GuardsView>
{
    public async Task<Answer<GuardsView>> HandleAsync(GetSecurity request, CurrentUser user, CancellationToken cancellationToken) =>
        await db.RevisionAsync(request.ApiId, request.Number, cancellationToken) is { } revision
            ? SecurityTable.Of(ApiRevision.Read(revision.Text), revision.Number)
            : Refusals.NoSuchRevision;
}
