using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Bundles;

internal sealed class CancelBundleHandler(PortalDb db, BundleReading reading, IAuditTrail audit, TimeProvider clock) : IHandler<CancelBundle, BundleView>
{
    public async Task<Answer<BundleView>> HandleAsync(CancelBundle request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(request.Id, user, cancellationToken) is not { } bundle)
        {
            return Platform.Refusals.NotFound;
        }

        foreach (var run in bundle.Runs.Values.Where(run => run.State is RunState.Proposed or RunState.Approved))
        {
            run.SetAside(user.Id, clock.GetUtcNow());
            audit.Record(user, "sync.cancel", run.Title, $"{run.Id} (with the bundle {bundle.Bundle.Id})");
        }

        await db.SaveChangesAsync(cancellationToken);

        return await reading.ViewAsync((await reading.FindAsync(request.Id, user, cancellationToken))!, cancellationToken);
    }
}
