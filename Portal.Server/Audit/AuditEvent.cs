using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Server.Audit;

/// <summary>One line of the trail: who did what to what, and when. Persons stand in it as ids, so that a name can be erased.</summary>
internal sealed class AuditEvent
{
    /// <summary>Given by the database, rising.</summary>
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The person, or empty where the portal did it by itself.</summary>
    public required Guid By { get; init; }

    /// <summary>As room.verb: "catalog.import".</summary>
    public required string Deed { get; init; }

    public required string Subject { get; init; }

    public required string? Detail { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<AuditEvent>
    {
        public void Configure(EntityTypeBuilder<AuditEvent> builder)
        {
            builder.ToTable("AuditEvents");
            builder.Property(line => line.Deed).HasMaxLength(100);
            builder.Property(line => line.Subject).HasMaxLength(300);
            builder.Property(line => line.Detail).HasMaxLength(2000);
            builder.HasIndex(line => line.At);
        }
    }
}
