using Microsoft.EntityFrameworkCore;

namespace Portal.Server.Platform;

/// <summary>The database. It knows no room: each brings its tables as entity configurations beside its rows.</summary>
internal abstract class PortalDb : DbContext
{
    // Each save has a transaction, also of a single row: in it PlaceGuard looks whether this process still may.
    protected PortalDb(DbContextOptions options)
        : base(options) => Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;

    /// <summary>Reads who works on the database (holder, machine, process), so that nobody takes that place before the transaction has ended.</summary>
    public abstract string HolderSql { get; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Conventions.Add(_ => new VersionConvention());
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Versioned.Stamp(ChangeTracker);

        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Versioned.Stamp(ChangeTracker);

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}
