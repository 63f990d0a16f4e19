using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

internal sealed class ApproveRunHandler(PortalDb db, RunViews views, IAuditTrail audit, TimeProvider clock, Obstacles obstacles, Coordinator coordinator) : IHandler<ApproveRun, RunView>
{
    public async Task<Answer<RunView>> HandleAsync(ApproveRun request, CurrentUser user, CancellationToken cancellationToken)
    {
        var run = await db.Set<ChangeRun>().SingleAsync(run => run.Id == request.Id, cancellationToken);

        if (run.State is not RunState.Proposed)
        {
            return Refusals.NotNow(run.State, "approved");
        }

        if (request.Fingerprint != run.Fingerprint)
        {
            return Refusals.OtherFingerprint;
        }

        if (run.NameToType is { } name && request.ConfirmedName != name)
        {
            return Refusals.NameNotTyped(run.Brakes, name);
        }

        if (await obstacles.OrNullAsync(run, user.Id, cancellationToken) is { } obstacle)
        {
            return obstacle;
        }

        db.Expect(run, request.Version);
        run.Approve(user.Id, clock.GetUtcNow());
        audit.Record(user, "sync.approve", run.Title, $"{run.Id}: {run.Fingerprint}");
        await db.SaveChangesAsync(cancellationToken);

        // It is approved now, whether or not the one who asked still waits for the answer.
        await coordinator.WakeAsync(run.ConnectionId, CancellationToken.None);

        return await views.OfAsync(run.Id, cancellationToken);
    }
}
