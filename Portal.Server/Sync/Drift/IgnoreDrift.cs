using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

internal sealed class IgnoreDriftHandler(PortalDb db, FindingViews views, IAuditTrail audit, TimeProvider clock) : IHandler<IgnoreDrift, FindingView>
{
    public async Task<Answer<FindingView>> HandleAsync(IgnoreDrift request, CurrentUser user, CancellationToken cancellationToken)
    {
        var finding = await db.Set<DriftFinding>().SingleAsync(finding => finding.Id == request.Id, cancellationToken);

        if (finding.State is FindingState.Resolved)
        {
            return Refusals.FindingNotOpen;
        }

        if (finding.State is FindingState.Open)
        {
            (finding.State, finding.StateBy, finding.StateAt) = (FindingState.Ignored, user.Id, clock.GetUtcNow());
            audit.Record(user, "sync.ignore-drift", finding.SubjectName, $"{finding.Address}{finding.Place}: {finding.Words[0]}");
            await db.SaveChangesAsync(cancellationToken);
        }

        return await views.OfAsync(finding.Id, cancellationToken);
    }
}
