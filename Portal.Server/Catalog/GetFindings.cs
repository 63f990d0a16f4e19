using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class GetFindingsHandler(PortalDb db, RevisionFindings findings) : IHandler<GetFindings, FindingsView>
{
    public async Task<Answer<FindingsView>> HandleAsync(GetFindings request, CurrentUser user, CancellationToken cancellationToken)
    {
        var api = await db.Set<Api>().AsNoTracking().SingleAsync(api => api.Id == request.ApiId, cancellationToken);
        var number = request.Number ?? api.LatestRevision;
        var revision = await db.Revisions(api.Id).SingleOrDefaultAsync(revision => revision.Number == number, cancellationToken);

        if (revision is null)
        {
            return Refusals.NoSuchRevision;
        }

        var found = await findings.OfAsync(api, revision.Id, cancellationToken);

        return new FindingsView { Revision = number, Counts = FindingCounts.Of(found.Findings), Deployable = found.Deployable, Findings = found.Findings };
    }
}
