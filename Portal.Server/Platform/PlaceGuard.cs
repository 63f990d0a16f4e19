using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Server.Platform;

/// <summary>Lets no portal save that may have lost its place: before the first save after a silence it writes a sign of life, in the same transaction where there is one.</summary>
internal sealed class PlaceGuard(OnePortal portal, WorkingPlace place) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        // Who takes the place writes the row itself.
        if (!place.IsSure && eventData.Context is PortalDb db && !db.ChangeTracker.Entries<WorkingPortal>().Any())
        {
            await portal.HoldAsync(db, cancellationToken);
        }

        return result;
    }
}
