using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Bundles;

/// <summary>Reads how far the parts of bundles are.</summary>
internal static class BundleParts
{
    /// <summary>All parts of a bundle, whosever they are, by their ordinals.</summary>
    public static async Task<Dictionary<int, BundlePart>> PartsAsync(this PortalDb db, Guid bundle, CancellationToken cancellationToken) => await (
        from item in db.Set<BundleItem>().AsNoTracking()
        where item.BundleId == bundle
        orderby item.Ordinal
        select new { Item = item, Run = db.Set<ChangeRun>().Where(run => run.Id == item.RunId).Select(run => (RunState?)run.State).FirstOrDefault() })
        .ToDictionaryAsync(row => row.Item.Ordinal, row => new BundlePart(row.Item, row.Run), cancellationToken);

    /// <summary>What runs are on their way about, with the title of one.</summary>
    public static async Task<Dictionary<(Guid Connection, string Subject), string>> BusyAsync(this PortalDb db, CancellationToken cancellationToken)
    {
        var runs = await db.Set<ChangeRun>().AsNoTracking()
            .Where(run => run.State == RunState.Approved || run.State == RunState.Running)
            .Select(run => new { run.ConnectionId, run.Subject, run.Title })
            .ToListAsync(cancellationToken);

        return runs.GroupBy(run => (run.ConnectionId, run.Subject)).ToDictionary(group => group.Key, group => group.First().Title);
    }
}
