using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

internal sealed class ReopenDriftHandler(PortalDb db, FindingViews views, IAuditTrail audit) : IHandler<ReopenDrift, FindingView>
{
    public async Task<Answer<FindingView>> HandleAsync(ReopenDrift request, CurrentUser user, CancellationToken cancellationToken)
    {
        var finding = await db.Set<DriftFinding>().SingleAsync(finding => finding.Id == request.Id, cancellationToken);

        if (finding.State is FindingState.Resolved)
        {
            return Refusals.FindingNotOpen;
        }

        if (finding.State is FindingState.Ignored)
        {
            (finding.State, finding.StateBy, finding.StateAt) = (FindingState.Open, null, null);
            audit.Record(user, "sync.reopen-drift", finding.SubjectName, $"{finding.Address}{finding.Place}");
            await db.SaveChangesAsync(cancellationToken);
        }

        return await views.OfAsync(finding.Id, cancellationToken);
    }
}
