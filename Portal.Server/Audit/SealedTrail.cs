using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;

namespace Portal.Server.Audit;

internal static class SealedTrail
{
    /// <summary>The sealed lines in their order, one after the other, however many there are.</summary>
    public static async IAsyncEnumerable<SealedLine?> Of(PortalDb db)
    {
        await foreach (var line in db.Set<AuditEvent>().AsNoTracking().Where(line => line.Number != null).OrderBy(line => line.Number).AsAsyncEnumerable())
        {
            yield return line.ToSealed();
        }
    }
}
