using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

internal sealed class CancelRunHandler(PortalDb db, RunViews views, IAuditTrail audit, TimeProvider clock) : IHandler<CancelRun, RunView>
{
    public async Task<Answer<RunView>> HandleAsync(CancelRun request, CurrentUser user, CancellationToken cancellationToken)
    {
        var run = await db.Set<ChangeRun>().SingleAsync(run => run.Id == request.Id, cancellationToken);

        if (run.State is not (RunState.Proposed or RunState.Approved or RunState.Running))
        {
            return Refusals.NotNow(run.State, "cancelled");
        }

        run.CancelledBy ??= user.Id;

        if (run.State is not RunState.Running)
        {
            run.SetAside(user.Id, clock.GetUtcNow());
        }

        audit.Record(user, "sync.cancel", run.Title, run.Id.ToString());
        await db.SaveChangesAsync(cancellationToken);

        return await views.OfAsync(run.Id, cancellationToken);
    }
}
