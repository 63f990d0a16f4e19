using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Portal.Server.Platform;

/// <summary>A row that two people may change at once. The second to save is told; row versions of the database are not used because SQLite has none.</summary>
internal interface IVersioned
{
    int Version { get; set; }
}

internal static class Versioned
{
    public static void Stamp(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries<IVersioned>().Where(entry => entry.State is EntityState.Modified))
        {
            entry.Entity.Version++;
        }
    }

    /// <summary>Holds the row to the version that the caller has read: saving fails if it is another by now.</summary>
    public static void Expect(this PortalDb db, IVersioned row, int version) =>
        db.Entry(row).Property(nameof(IVersioned.Version)).OriginalValue = version;
}

internal sealed class VersionConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(IVersioned))))
        {
            entity.FindProperty(nameof(IVersioned.Version))?.SetIsConcurrencyToken(true);
        }
    }
}
