using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;

namespace Portal.Server.Sync.Drift;

/// <summary>Tells other rooms what runs and imports left.</summary>
internal sealed class KnownSpecs(PortalDb db) : IAppliedSpecs
{
    public async Task<IReadOnlyList<Spec>> OfKindAsync(Guid connection, Kind kind, CancellationToken cancellationToken)
    {
        var prefix = $"{kind}/";
        var texts = await db.Set<AppliedSpec>().Where(row => row.ConnectionId == connection && row.Address.StartsWith(prefix)).OrderBy(row => row.Address).Select(row => row.Spec).ToListAsync(cancellationToken);

        return [.. texts.Select(Spec.Parse)];
    }
}
