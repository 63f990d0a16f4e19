using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Portal.Server.Platform;

internal sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options) : PortalDb(options)
{
    /// <summary>Its transactions hold the whole database from their beginning.</summary>
    public override string HolderSql => """SELECT "Holder", "Machine", "ProcessId" FROM "WorkingPortals" """;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // SQLite can neither order nor compare a DateTimeOffset.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // SQL Server orders and compares without regard to case; of names people expect it.
        foreach (var name in modelBuilder.Model.GetEntityTypes().Select(entity => entity.FindProperty("Name")).OfType<IMutableProperty>().Where(name => name.ClrType == typeof(string)))
        {
            name.SetCollation("NOCASE");
        }

        foreach (var index in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredIndexes()).Where(index => index.GetIncludeProperties() is { Count: > 0 }).ToList())
        {
            CarryIncluded(index);
        }
    }

    /// <summary>SQLite's indexes include no columns beside their key: there they stand at the key's end.</summary>
    private static void CarryIncluded(IMutableIndex index)
    {
        var entity = index.DeclaringEntityType;
        var included = index.GetIncludeProperties()!.Select(name => entity.FindProperty(name)!);
        entity.RemoveIndex(index);
        entity.AddIndex([.. index.Properties, .. included]);
    }

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
        moment => moment.UtcTicks,
        ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
