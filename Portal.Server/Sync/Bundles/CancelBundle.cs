using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Bundles;

internal sealed class CancelBundleHandler(PortalDb db, BundleReading reading, BundleViews views, IAuditTrail audit, TimeProvider clock) : IHandler<CancelBundle, BundleView>
{
    public async Task<Answer<BundleView>> HandleAsync(CancelBundle request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(request.Id, user, cancellationToken) is not { } bundle)
        {
            return Platform.Refusals.NotFound;
        }

        foreach (var item in bundle.Items)
        {
            switch (bundle.StateOf(item))
            {
                // What stood before there was the bundle stays to be approved on its own.
                case PartState.Waiting:
                case PartState.Proposed or PartState.HeldBack when Picking.IsRun(item.Thing):
                    db.Entry(item).State = EntityState.Unchanged;
                    (item.State, item.Refusal) = (BundleItemState.Cancelled, "It was set aside with the bundle.");
                    break;
                case PartState.Proposed or PartState.HeldBack or PartState.Approved:
                    var run = bundle.RunOf(item)!;
                    run.SetAside(user.Id, clock.GetUtcNow());
                    audit.Record(user, "sync.cancel", run.Title, $"{run.Id} (with the bundle {bundle.Bundle.Id})");
                    break;
            }
        }

        await db.SaveChangesAsync(cancellationToken);

        return await views.OfAsync((await reading.FindAsync(request.Id, user, cancellationToken))!, cancellationToken);
    }
}
