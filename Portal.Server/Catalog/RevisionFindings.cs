using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Portal.Server.Platform;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>What is found in a revision. A revision never changes, so it is found once and remembered for a while; the next version of the portal may find more.</summary>
internal sealed class RevisionFindings(PortalDb db, IMemoryCache cache)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    public async Task<Found> OfAsync(Api api, Guid revision, CancellationToken cancellationToken)
    {
        var key = $"{nameof(RevisionFindings)}/{revision}";

        if (cache.TryGetValue(key, out Found? known) && known is not null)
        {
            return known;
        }

        var text = await db.Set<ApiRevision>().Where(row => row.Id == revision).Select(row => row.Text).SingleAsync(cancellationToken);
        var projection = api.Project(ApiRevision.Read(text));

        return cache.Set(key, new Found(projection.Findings, projection.Spec?.RouteKeys.Count() ?? 0), new MemoryCacheEntryOptions { SlidingExpiration = Remembered });
    }

    /// <param name="Findings">Errors first.</param>
    /// <param name="Deployable">The methods that would be sent.</param>
    internal sealed record Found(IReadOnlyList<Finding> Findings, int Deployable);
}
