using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Bundles;

internal sealed class LeaveOutOfBundleHandler(PortalDb db, BundleReading reading, BundleViews views, IAuditTrail audit, BundleSchedule schedule) : IHandler<LeaveOutOfBundle, BundleView>
{
    public async Task<Answer<BundleView>> HandleAsync(LeaveOutOfBundle request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(request.Id, user, cancellationToken) is not { } bundle)
        {
            return Platform.Refusals.NotFound;
        }

        // What is approved, or has ended, is past leaving out.
        var meant = bundle.Meant(request.Things, request.State).Where(item => bundle.StateOf(item) is PartState.Waiting or PartState.Proposed or PartState.HeldBack or PartState.NotProposed).ToList();

        foreach (var item in meant)
        {
            db.Entry(item).State = EntityState.Unchanged;
            (item.State, item.Refusal) = (BundleItemState.LeftOut, null);
        }

        audit.Record(user, "sync.bundle.leave-out", bundle.Bundle.Title, $"{bundle.Bundle.Id}: {ChangeWords.Count(meant.Count, "part")}");
        await db.SaveChangesAsync(cancellationToken);

        // What comes after one that is left out is told so.
        await schedule.WakeAsync(CancellationToken.None);

        return await views.OfAsync((await reading.FindAsync(request.Id, user, cancellationToken))!, cancellationToken);
    }
}
