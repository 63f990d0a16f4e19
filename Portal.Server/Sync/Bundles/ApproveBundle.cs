using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Bundles;

internal sealed class ApproveBundleHandler(PortalDb db, BundleReading reading, BundleViews views, IAuditTrail audit, TimeProvider clock, Coordinator coordinator) : IHandler<ApproveBundle, BundleView>
{
    public async Task<Answer<BundleView>> HandleAsync(ApproveBundle request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(request.Id, user, cancellationToken) is not { } bundle)
        {
            return Platform.Refusals.NotFound;
        }

        if (bundle.IsBeingProposed)
        {
            return Refusals.StillBeingProposed;
        }

        if (bundle.Approvable is [] || request.Fingerprint != bundle.Fingerprint)
        {
            return Refusals.OtherBundle;
        }

        if (bundle.NamesToType.Except(request.ConfirmedNames, StringComparer.Ordinal).ToList() is { Count: > 0 } names)
        {
            return Refusals.NamesNotTyped(bundle.Approvable.SelectMany(run => run.Brakes), names);
        }

        // All of them, or none: they were signed as one.
        foreach (var run in bundle.Approvable)
        {
            run.Approve(user.Id, clock.GetUtcNow());
            audit.Record(user, "sync.approve", run.Title, $"{run.Id}: {run.Fingerprint} (with the bundle {bundle.Bundle.Id})");
        }

        await db.SaveChangesAsync(cancellationToken);

        // They are approved now, whether or not the one who asked still waits for the answer.
        foreach (var connection in bundle.Approvable.Select(run => run.ConnectionId).Distinct())
        {
            await coordinator.WakeAsync(connection, CancellationToken.None);
        }

        return await views.OfAsync((await reading.FindAsync(request.Id, user, cancellationToken))!, cancellationToken);
    }
}
