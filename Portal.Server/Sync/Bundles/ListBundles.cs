using Microsoft.EntityFrameworkCore;
using Portal.Server.Identity;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Bundles;

internal sealed class ListBundlesHandler(PortalDb db) : IHandler<ListBundles, Page<BundleSummary>>
{
    public async Task<Answer<Page<BundleSummary>>> HandleAsync(ListBundles request, CurrentUser user, CancellationToken cancellationToken)
    {
        var bundles = db.Set<RunBundle>().AsNoTracking();

        if (!user.Roles.ReachesAllTeams())
        {
            bundles = bundles.Where(bundle => bundle.Items.Any(item => user.Teams.Contains(item.TeamId)));
        }

        var rows = await bundles
            .OrderByDescending(bundle => bundle.ProposedAt).ThenByDescending(bundle => bundle.Id)
            .Skip(request.Skip)
            .Take(request.Take)
            .Select(bundle => new { bundle.Id, bundle.Title, bundle.ProposedBy, bundle.ProposedAt, Runs = bundle.Items.Count(item => item.RunId != null), Waiting = bundle.Items.Count(item => item.State == BundleItemState.Waiting) })
            .ToListAsync(cancellationToken);
        var names = await db.NamesAsync(rows.Select(row => (Guid?)row.ProposedBy), cancellationToken);

        return new Page<BundleSummary>
        {
            Total = await bundles.CountAsync(cancellationToken),
            Items = [.. rows.Select(row => new BundleSummary { Id = row.Id, Title = row.Title, ProposedBy = names[row.ProposedBy], ProposedAt = row.ProposedAt, Runs = row.Runs, Waiting = row.Waiting })],
        };
    }
}
