using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

internal sealed class RetryRunHandler(PortalDb db, RunViews views, IAuditTrail audit, Obstacles obstacles, Coordinator coordinator) : IHandler<RetryRun, RunView>
{
    public async Task<Answer<RunView>> HandleAsync(RetryRun request, CurrentUser user, CancellationToken cancellationToken)
    {
        var run = await db.Set<ChangeRun>().SingleAsync(run => run.Id == request.Id, cancellationToken);

        if (run.State is not RunState.Stopped)
        {
            return Refusals.NotNow(run.State, "continued");
        }

        if (await obstacles.OrNullAsync(run, run.ApprovedBy ?? user.Id, cancellationToken) is { } obstacle)
        {
            return obstacle;
        }

        run.State = RunState.Approved;
        run.EndedAt = null;
        run.Outcome = null;
        run.CancelledBy = null;
        audit.Record(user, "sync.retry", run.Title, run.Id.ToString());
        await db.SaveChangesAsync(cancellationToken);

        // It shall go on now, whether or not the one who asked still waits for the answer.
        await coordinator.WakeAsync(run.ConnectionId, CancellationToken.None);

        return await views.OfAsync(run.Id, cancellationToken);
    }
}
