using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

/// <summary>When one API or usage plan was last held against what the portal applied, and when it shall be again.</summary>
internal sealed class DriftCheck
{
    public required Guid ConnectionId { get; init; }

    /// <summary>As <see cref="Address"/> writes itself.</summary>
    public required string Subject { get; init; }

    public required Guid TeamId { get; set; }

    public DateTimeOffset? QuickAt { get; set; }

    public DateTimeOffset? FullAt { get; set; }

    /// <summary>Somebody wants it checked now; null while nobody does.</summary>
    public DriftLook? Wanted { get; set; }

    /// <summary>Not before this: a run is on its way, whose work would look like drift.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>Why the last check came to nothing, in AWS's words; null where it did not.</summary>
    public string? Trouble { get; set; }

    /// <summary>A full look is a quick one too.</summary>
    public void Looked(DriftLook look, DateTimeOffset now)
    {
        QuickAt = now;
        FullAt = look is DriftLook.Full ? now : FullAt;
    }

    internal sealed class Table : IEntityTypeConfiguration<DriftCheck>
    {
        public void Configure(EntityTypeBuilder<DriftCheck> builder)
        {
            builder.ToTable("DriftChecks");
            builder.HasKey(check => new { check.ConnectionId, check.Subject });
            builder.Property(check => check.Subject).HasMaxLength(200);
            builder.Property(check => check.Trouble).HasMaxLength(1000);
            builder.HasOne<Connection>().WithMany().HasForeignKey(check => check.ConnectionId);
        }
    }
}
