using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog.Documents;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class RestoreRevisionHandler(PortalDb db, ApiViews views, Revising revising) : IHandler<RestoreRevision, RevisedApi>
{
    public async Task<Answer<RevisedApi>> HandleAsync(RestoreRevision request, CurrentUser user, CancellationToken cancellationToken)
    {
        var api = await db.Set<Api>().SingleAsync(api => api.Id == request.ApiId, cancellationToken);

        if (api.LatestRevision != request.BaseRevision)
        {
            return Platform.Refusals.ChangedMeanwhile;
        }

        if (await db.RevisionAsync(api.Id, request.Number, cancellationToken) is not { } earlier)
        {
            return Refusals.NoSuchRevision;
        }

        var latest = (await db.RevisionAsync(api.Id, api.LatestRevision, cancellationToken))!;

        if (latest.Sha256 == earlier.Sha256)
        {
            return new RevisedApi { Api = await views.OfAsync(api.Id, cancellationToken), IsNew = false };
        }

        var document = ApiRevision.Read(earlier.Text);
        var summary = $"Goes back to revision {earlier.Number}. {RevisionSummary.Of(ApiRevision.Read(latest.Text), document)}";

        return await revising.AddAsync(api, new IncomingDocument(document, RevisionSource.Editor, null), summary, "catalog.restore", user, cancellationToken);
    }
}
