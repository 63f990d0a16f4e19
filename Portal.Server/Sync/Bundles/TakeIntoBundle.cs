using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Bundles;

internal sealed class TakeIntoBundleHandler(PortalDb db, BundleReading reading, BundleViews views, IAuditTrail audit, BundleSchedule schedule) : IHandler<TakeIntoBundle, BundleView>
{
    public async Task<Answer<BundleView>> HandleAsync(TakeIntoBundle request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(request.Id, user, cancellationToken) is not { } bundle)
        {
            return Platform.Refusals.NotFound;
        }

        var meant = bundle.Meant(request.Things, request.State).Where(item => bundle.StateOf(item) is PartState.LeftOut or PartState.NotProposed or PartState.Stopped or PartState.Cancelled or PartState.Superseded && (!Picking.IsRun(item.Thing) || Stands(bundle, item))).ToList();

        foreach (var item in meant)
        {
            db.Entry(item).State = EntityState.Unchanged;
            item.State = Stands(bundle, item) ? BundleItemState.Proposed : BundleItemState.Waiting;
            item.RunId = item.State is BundleItemState.Proposed ? item.RunId : null;
            item.Refusal = null;
        }

        audit.Record(user, "sync.bundle.take-in", bundle.Bundle.Title, $"{bundle.Bundle.Id}: {ChangeWords.Count(meant.Count, "part")}");
        await db.SaveChangesAsync(cancellationToken);
        await schedule.WakeAsync(CancellationToken.None);

        return await views.OfAsync((await reading.FindAsync(request.Id, user, cancellationToken))!, cancellationToken);
    }

    /// <summary>Its change set is still there to be approved.</summary>
    private static bool Stands(ReadBundle bundle, BundleItem item) => bundle.RunOf(item) is { State: RunState.Proposed };
}
